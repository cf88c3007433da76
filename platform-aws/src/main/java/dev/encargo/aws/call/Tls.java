package dev.encargo.aws.call;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// How AWS is asked over TLS, so that the first handshake costs a function little of its cold start.
final class Tls extends SSLSocketFactory {
    private static final String[] X25519 = {"x25519"};

    private final Supplier<SSLSocketFactory> sockets;
    private final boolean light;

    private Tls(Supplier<SSLSocketFactory> sockets, boolean light) {
        this.sockets = sockets;
        this.light = light;
    }

    /// Offers the one key exchange X25519 (RFC 7748), where Java would also make a key on P-256 and first compute a
    /// table for that. Trusts the few authorities in `pem`, where Java would read more than a hundred; those of
    /// Java where there is no such file.
    static Tls light(@Nullable Path pem) {
        if (pem == null) {
            return new Tls(Tls::ofJava, true);
        }
        SSLSocketFactory few = Authorities.trusting(pem).getSocketFactory();
        return new Tls(() -> few, true);
    }

    /// What Java offers and trusts, read when a connection needs it.
    static Tls usual() {
        return new Tls(Tls::ofJava, false);
    }

    private static SSLSocketFactory ofJava() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private Socket made(Socket socket) {
        if (light && socket instanceof SSLSocket secure) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setNamedGroups(X25519);
            secure.setSSLParameters(parameters);
        }
        return socket;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return made(sockets.get().createSocket(plain, host, port, autoClose));
    }

    @Override
    public Socket createSocket() throws IOException {
        return made(sockets.get().createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return made(sockets.get().createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return made(sockets.get().createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return made(sockets.get().createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return made(sockets.get().createSocket(host, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.get().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.get().getSupportedCipherSuites();
    }
}
