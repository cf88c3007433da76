package dev.encargo.local.http.files;

import dev.encargo.local.http.Mount;
import dev.encargo.local.http.wire.Handler;
import dev.encargo.local.http.wire.Headers;
import dev.encargo.local.http.wire.Percent;
import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.http.wire.Query;
import dev.encargo.local.http.wire.Request;
import dev.encargo.local.http.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes and serves `/_files/<key>?expires=<epoch seconds>&name=<download name>&signature=…`.
///
/// The signature covers key, expiry and name. Expiry is by the clock given, so a link ends when business time says
/// so.
public final class SignedLinks implements Handler {

    private static final String PREFIX = "/_files";
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-][A-Za-z0-9/._-]{0,1023}");

    private final LinkKey secret;
    private final URI base;
    private final InstantSource clock;
    private final StoredFiles files;

    /// `keyFile` lies in the data folder and is made where it is missing; `base` is the host's own address.
    public SignedLinks(Path keyFile, URI base, InstantSource clock, StoredFiles files) throws IOException {
        this.secret = LinkKey.in(keyFile);
        this.base = base;
        this.clock = clock;
        this.files = files;
    }

    public Mount mount() {
        return new Mount(PREFIX, this);
    }

    /// A link that lets its bearer read the file for `validity` (1 s to 7 days), offered under `downloadName`.
    ///
    /// @throws IllegalArgumentException for another validity or a key of other characters than the file store's
    public URI link(String key, Duration validity, String downloadName) {
        if (!isKey(key) || validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no link of " + validity + " for " + key);
        }
        String expires = Long.toString(clock.instant().plus(validity).getEpochSecond());
        return URI.create(base + PREFIX + "/" + key + "?expires=" + expires + "&name="
                + URLEncoder.encode(downloadName, StandardCharsets.UTF_8) + "&signature="
                + signature(key, expires, downloadName));
    }

    @Override
    public Response handle(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw Problem.of(405, "method-not-allowed", "Files are only read here")
                    .header("Allow", "GET, HEAD");
        }
        String key = key(request.path());
        Map<String, List<String>> query = Query.parse(request.query());
        String name = only(query, "name");
        checkLink(key, only(query, "expires"), name, only(query, "signature"));
        StoredFile file = files.open(key).orElseThrow(() -> Problem.of(404, "file-not-found", "The file is gone"));
        return answer(file, name, request);
    }

    private static Response answer(StoredFile file, String name, Request request) {
        String tag = "\"" + file.sha256() + "\"";
        Headers headers = Headers.of(
                "ETag",
                tag,
                "Cache-Control",
                "private, no-cache",
                "X-Content-Type-Options",
                "nosniff",
                "Content-Disposition",
                DownloadName.disposition(name));
        if (request.headers().all("If-None-Match").contains(tag)) {
            return Response.bytes(304, headers, new byte[0]);
        }
        return Response.bytes(200, headers.with("Content-Type", file.contentType()), file.content());
    }

    private void checkLink(String key, String expires, String name, String signature) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(key, expires, name).getBytes(StandardCharsets.UTF_8);
        if (!isKey(key) || !MessageDigest.isEqual(given, right)) {
            throw Problem.of(403, "link-invalid", "This link is not one that was given out here");
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)))) {
            throw Problem.of(403, "link-expired", "This link has expired").detail("Ask for a new one.");
        }
    }

    private String signature(String key, String expires, String name) {
        return secret.sign(key + "\n" + expires + "\n" + name);
    }

    private static boolean isKey(String key) {
        return KEY.matcher(key).matches() && !key.contains("..");
    }

    private static String key(String path) {
        return path.length() <= PREFIX.length() + 1 ? "" : Percent.decodeSegment(path.substring(PREFIX.length() + 1));
    }

    private static String only(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }
}
