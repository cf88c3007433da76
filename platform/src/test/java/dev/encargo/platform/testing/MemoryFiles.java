package dev.encargo.platform.testing;

import dev.encargo.platform.FileStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Files in memory. Links are remembered, so that none can be forged.
final class MemoryFiles implements FileStore {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-][A-Za-z0-9/._-]{0,1023}");
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Map<String, byte[]> files;
    private final InstantSource clock;
    private final Runnable reach;
    private final Map<URI, Link> links = new ConcurrentHashMap<>();

    private record Link(String key, Instant ends) {}

    MemoryFiles(Map<String, byte[]> files, InstantSource clock, Runnable reach) {
        this.files = files;
        this.clock = clock;
        this.reach = reach;
    }

    @Override
    public String put(String key, byte[] content, String contentType) {
        check(key);
        reach.run();
        files.put(key, content.clone());
        return Checksums.sha256(content);
    }

    @Override
    public Optional<byte[]> get(String key) {
        check(key);
        return Optional.ofNullable(files.get(key)).map(byte[]::clone);
    }

    @Override
    public URI signedUrl(String key, Duration validity, String downloadName) {
        check(key);
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no link of " + validity);
        }
        URI link = URI.create("https://files.example/" + key + "?valid=" + validity.toSeconds());
        links.put(link, new Link(key, clock.instant().plus(validity)));
        return link;
    }

    Optional<byte[]> follow(URI uri) {
        return Optional.ofNullable(links.get(uri))
                .filter(link -> clock.instant().isBefore(link.ends))
                .flatMap(link -> get(link.key));
    }

    private static void check(String key) {
        if (!KEY.matcher(key).matches() || key.contains("..")) {
            throw new IllegalArgumentException("not a file's key: " + key);
        }
    }
}
