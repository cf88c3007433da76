package dev.encargo.local.http.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One client's connection: serves its requests one after the other.
final class Connection implements Runnable {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LINGER = 16 * 1024 * 1024;
    private static final Head UNREAD =
            new Head("GET", "/", null, "HTTP/1.1", Headers.none(), Head.CHUNKED, false, false);

    private final Socket socket;
    private final Server server;
    private final Deadline deadline = new Deadline();
    private final Input input;
    private final Output output;
    private final HeadReader heads;
    private volatile boolean busy;

    Connection(Socket socket, Server server) throws IOException {
        this.socket = socket;
        this.server = server;
        Limits limits = server.limits();
        this.input = new Input(socket.getInputStream(), limits.headBytes());
        this.output = new Output(socket.getOutputStream(), deadline, limits);
        this.heads = new HeadReader(input, deadline, limits);
    }

    @Override
    public void run() {
        try (socket) {
            while (serveOne()) {
                busy = false;
                if (server.isStopping() && input.available() == 0) {
                    return;
                }
            }
        } catch (IOException | ClientGone gone) {
            LOG.log(System.Logger.Level.DEBUG, "a client went away", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            server.forget(this);
        }
    }

    /// Whether the connection serves another request.
    private boolean serveOne() throws IOException, InterruptedException {
        @Nullable Head head;
        try {
            head = heads.next();
        } catch (Problem refused) {
            busy = true;
            return end(refused.response(), UNREAD);
        }
        if (head == null) {
            return false;
        }
        busy = true;
        BodyReader body = new BodyReader(input, socket.getOutputStream(), deadline, server.limits(), head);
        Response response = answer(new Request(head, body, socket.getInetAddress()));
        if (!body.isComplete()) {
            return end(response, head);
        }
        boolean keepAlive = head.keepAlive() && !server.isStopping();
        output.write(response, head, keepAlive);
        return keepAlive
                && !(response.body() instanceof Response.Streamed
                        && head.version().equals("HTTP/1.0"));
    }

    private Response answer(Request request) throws InterruptedException {
        try {
            return server.handler().handle(request);
        } catch (Problem refused) {
            return refused.response();
        } catch (ClientGone gone) {
            throw gone;
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "a request failed: " + request.method() + " " + request.path(), fault);
            return Problem.of(500, "internal", "Something went wrong on our side")
                    .detail("The fault was recorded in the host's log.")
                    .response();
        }
    }

    /// Answers a request whose rest is not wanted, and lets the client read the answer before its sending is cut.
    private boolean end(Response response, Head head) throws IOException, InterruptedException {
        output.write(response, head, false);
        socket.shutdownOutput();
        deadline.in(GRACE);
        byte[] rest = new byte[16 * 1024];
        int more = LINGER;
        for (int read = 0; read >= 0 && more > 0; more -= read) {
            read = socket.getInputStream().read(rest);
        }
        return false;
    }

    /// Ends a wait that lasts too long: first gently, so that the client may be told, then at once.
    void sweep(long now) {
        if (deadline.isDue(now)) {
            if (deadline.passed()) {
                close();
            } else {
                deadline.pass(GRACE);
                stopReading();
            }
        }
    }

    private void stopReading() {
        try {
            socket.shutdownInput();
        } catch (IOException broken) {
            close();
        }
    }

    boolean isBusy() {
        return busy;
    }

    void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.DEBUG, "a connection closed badly", broken);
        }
    }
}
