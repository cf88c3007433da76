package dev.encargo.cli.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// One kept connection that places one order after another. It spends as little as it can, since it shares the
/// machine with the host: the JDK's client costs several times what the host needs to accept an order.
final class OrderConnection implements AutoCloseable {
    private static final String LOCATION = "Location: /orders/";
    private static final String LENGTH = "Content-Length: ";
    private static final String HEAD_END = "\r\n\r\n";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;
    private final byte[] buffer = new byte[16 * 1024];

    OrderConnection(URI api) throws IOException {
        this.socket = new Socket(InetAddress.getByName(api.getHost()), api.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.head = "POST /orders HTTP/1.1\r\nHost: " + api.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /// Places an order and returns its id.
    String place(byte[] body) throws IOException {
        byte[] start = (head + body.length + HEAD_END).getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        out.write(request);
        return answer();
    }

    private String answer() throws IOException {
        int filled = 0;
        String text = "";
        int end = -1;
        while (end < 0) {
            filled = more(filled);
            text = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
            end = text.indexOf(HEAD_END);
        }
        int whole = end + HEAD_END.length() + Integer.parseInt(value(text, LENGTH, end));
        while (filled < whole) {
            filled = more(filled);
        }
        int status = Integer.parseInt(text.substring(9, 12));
        if (status != 201) {
            throw new NotAccepted(status, new String(buffer, end, whole - end, StandardCharsets.UTF_8).strip());
        }
        return value(text, LOCATION, end);
    }

    private int more(int filled) throws IOException {
        if (filled == buffer.length) {
            throw new IOException("an answer is longer than " + buffer.length + " bytes");
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the host closed the connection");
        }
        return filled + read;
    }

    private static String value(String head, String name, int end) throws IOException {
        int at = head.indexOf(name);
        if (at < 0 || at > end) {
            throw new IOException("an answer without " + name.strip());
        }
        return head.substring(at + name.length(), head.indexOf('\r', at));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
