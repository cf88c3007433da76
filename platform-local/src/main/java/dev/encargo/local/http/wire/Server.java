package dev.encargo.local.http.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A bound port of the loopback address. Clients may connect once it is bound; they are answered once it serves.
public final class Server implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Server.class.getName());
    private static final int BACKLOG = 1_024;
    private static final long SWEEP_MILLIS = 100;

    private final ServerSocket socket;
    private final Limits limits;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Object gone = new Object();
    private volatile @Nullable Handler handler;
    private volatile boolean stopping;

    private Server(ServerSocket socket, Limits limits) {
        this.socket = socket;
        this.limits = limits;
    }

    /// Binds a port of 127.0.0.1; 0 takes a free one.
    ///
    /// @throws PortTaken when somebody else listens there
    public static Server bind(int port, Limits limits) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        } catch (BindException taken) {
            socket.close();
            throw new PortTaken(port, PortHolder.of(port).orElse(null), taken);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
        return new Server(socket, limits);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /// Starts to answer.
    public Server serve(Handler answers) {
        if (handler != null) {
            throw new IllegalStateException("serving already");
        }
        handler = answers;
        Thread.ofPlatform().name("http-accept").daemon().start(this::accept);
        Thread.ofPlatform().name("http-sweep").daemon().start(this::sweep);
        return this;
    }

    /// Accepts nobody any more, lets requests in flight end within `bound`, then cuts the rest.
    public void stop(Duration bound) throws IOException, InterruptedException {
        stopping = true;
        socket.close();
        connections.stream().filter(connection -> !connection.isBusy()).forEach(Connection::close);
        long end = System.nanoTime() + bound.toNanos();
        synchronized (gone) {
            for (long left = bound.toMillis(); !connections.isEmpty() && left > 0; ) {
                gone.wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
        connections.forEach(Connection::close);
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        socket.close();
        connections.forEach(Connection::close);
    }

    Limits limits() {
        return limits;
    }

    Handler handler() {
        Handler answers = handler;
        if (answers == null) {
            throw new IllegalStateException("not serving yet");
        }
        return answers;
    }

    boolean isStopping() {
        return stopping;
    }

    void forget(Connection connection) {
        connections.remove(connection);
        if (stopping) {
            synchronized (gone) {
                gone.notifyAll();
            }
        }
    }

    private void accept() {
        Thread.Builder.OfVirtual threads = Thread.ofVirtual().name("http-", 0);
        while (!stopping) {
            try {
                welcome(socket.accept(), threads);
            } catch (IOException failed) {
                if (!stopping) {
                    LOG.log(System.Logger.Level.WARNING, "a connection could not be accepted", failed);
                    pause();
                }
            }
        }
    }

    private void welcome(Socket client, Thread.Builder.OfVirtual threads) throws IOException {
        if (stopping) {
            client.close();
            return;
        }
        client.setTcpNoDelay(true);
        if (connections.size() >= limits.connections()) {
            threads.start(() -> Crowd.turnAway(client));
            return;
        }
        Connection connection = new Connection(client, this);
        connections.add(connection);
        threads.start(connection);
    }

    private void sweep() {
        while (!stopping || !connections.isEmpty()) {
            pause();
            long now = System.nanoTime();
            connections.forEach(connection -> connection.sweep(now));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(SWEEP_MILLIS);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
