package dev.encargo.local.http.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// What a client hears when too many are connected.
final class Crowd {

    private static final System.Logger LOG = System.getLogger(Crowd.class.getName());
    private static final byte[] ANSWER = answer();

    private Crowd() {}

    static void turnAway(Socket client) {
        try (client) {
            client.setSoTimeout(200);
            client.getOutputStream().write(ANSWER);
            client.shutdownOutput();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a client went away unheard", gone);
        }
    }

    private static byte[] answer() {
        String body = "{\"type\":\"urn:encargo:problem:too-many-connections\","
                + "\"title\":\"Too many connections are open\",\"status\":503}";
        return ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\nRetry-After: 1\r\n"
                        + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
