package dev.encargo.providers;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Posts signed notices, one after the other, over a connection that it keeps open.
final class NoticePost implements AutoCloseable {
    /// The status of an attempt that got no answer.
    static final int NO_ANSWER = 0;

    private final InstantSource clock;
    private @Nullable NoticeLine line;

    NoticePost(InstantSource clock) {
        this.clock = clock;
    }

    int send(Notice notice, Webhook webhook) {
        byte[] request = request(notice, webhook);
        try {
            NoticeLine kept = line;
            if (kept != null && kept.leadsTo(webhook.url())) {
                return exchange(kept, request);
            }
        } catch (SocketTimeoutException unanswered) {
            hangUp();
            return NO_ANSWER;
        } catch (IOException stale) {
            hangUp(); // the receiver closed an idle connection: once more over a fresh one
        }
        try {
            hangUp();
            line = NoticeLine.to(webhook.url());
            return exchange(line, request);
        } catch (IOException unanswered) {
            hangUp();
            return NO_ANSWER;
        }
    }

    private int exchange(NoticeLine over, byte[] request) throws IOException {
        int status = over.exchange(request);
        if (!over.staysOpen()) {
            hangUp();
        }
        return status;
    }

    private byte[] request(Notice notice, Webhook webhook) {
        URI url = webhook.url();
        byte[] body = notice.body().getBytes(StandardCharsets.UTF_8);
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String head = "POST " + path + query + " HTTP/1.1\r\nHost: " + url.getRawAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n" + Signature.HEADER
                + ": " + Signature.of(notice.body(), clock.instant(), webhook.secrets()) + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    private void hangUp() {
        NoticeLine kept = line;
        line = null;
        if (kept != null) {
            kept.close();
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}
