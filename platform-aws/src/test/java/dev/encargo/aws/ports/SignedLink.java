package dev.encargo.aws.ports;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What S3 checks of a signed link and the emulator does not: its signature (version 4) and its end.
record SignedLink(URI link, String secretKey) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNATURE = "X-Amz-Signature";

    boolean opensAt(Instant now) {
        Map<String, String> query = query();
        Instant signed = STAMP.parse(query.get("X-Amz-Date"), Instant::from);
        Duration validity = Duration.ofSeconds(Long.parseLong(query.get("X-Amz-Expires")));
        return now.isBefore(signed.plus(validity)) && signature(query).equals(query.get(SIGNATURE));
    }

    /// The parameters as they stand in the link, sorted.
    private Map<String, String> query() {
        return Stream.of(link.getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (one, _) -> one, TreeMap::new));
    }

    private String signature(Map<String, String> query) {
        String signed = query.entrySet().stream()
                .filter(part -> !part.getKey().equals(SIGNATURE))
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
        String request = String.join(
                "\n", "GET", link.getRawPath(), signed, "host:" + link.getAuthority(), "", "host", "UNSIGNED-PAYLOAD");
        String[] scope = query.get("X-Amz-Credential").split("%2F", 2)[1].split("%2F");
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", query.get("X-Amz-Date"), String.join("/", scope), hex(sha256(request)));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
