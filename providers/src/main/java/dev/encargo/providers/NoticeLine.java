package dev.encargo.providers;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;

/// One HTTP/1.1 connection to a receiver of notices, of whose answers only the status matters. An exchange takes at
/// most three real seconds, or it fails.
final class NoticeLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 3000;
    private static final int LONGEST_LINE = 16 * 1024;

    private final URI url;
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[2048];
    private int at;
    private int filled;
    private long deadline;
    private boolean open = true;

    private NoticeLine(URI url, Socket socket) throws IOException {
        this.url = url;
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    static NoticeLine to(URI url) throws IOException {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        try {
            socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return new NoticeLine(url, socket);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    boolean leadsTo(URI other) {
        return url.equals(other);
    }

    boolean staysOpen() {
        return open;
    }

    /// Sends a whole request and returns the status of its answer, whose body it reads and forgets.
    int exchange(byte[] request) throws IOException {
        deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        socket.getOutputStream().write(request);
        int status = status(line());
        while (status < 200) {
            skipHeaders();
            status = status(line());
        }
        long length = skipHeaders();
        if (status != 204 && status != 304 && length != 0) {
            skipBody(length);
        }
        return status;
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("not an HTTP answer: " + line);
        }
        return Integer.parseInt(words[1]);
    }

    /// Returns the body's length, or -1 where the end of the connection would tell it.
    private long skipHeaders() throws IOException {
        long length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = number(lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("connection:") && lower.contains("close")) {
                open = false;
            }
        }
        return length;
    }

    /// A body without a length is not worth its reading: the connection is given up instead.
    private void skipBody(long length) throws IOException {
        if (length < 0) {
            open = false;
            return;
        }
        for (long read = 0; read < length; read++) {
            octet();
        }
    }

    private static long number(String digits) throws IOException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException malformed) {
            throw new IOException("not a length: " + digits, malformed);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = octet(); octet != '\n'; octet = octet()) {
            if (octet != '\r') {
                line.append((char) octet);
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("an answer's line is too long");
            }
        }
        return line.toString();
    }

    private int octet() throws IOException {
        if (at < filled) {
            return buffer[at++] & 0xFF;
        }
        fill();
        return buffer[at++] & 0xFF;
    }

    private void fill() throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer within " + PATIENCE_MILLIS + " ms");
        }
        socket.setSoTimeout((int) left);
        at = 0;
        filled = in.read(buffer);
        if (filled <= 0) {
            throw new EOFException("the receiver hung up");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            open = false;
        }
    }
}
