package dev.encargo.aws.ports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The name under which a browser keeps a file (RFC 6266): in ASCII for all, in UTF-8 for those that read it.
final class DownloadName {

    private DownloadName() {}

    static String attachment(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
