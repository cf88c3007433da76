package dev.encargo.providers;

import java.net.URI;
import java.util.List;

/// Where notices go and the secrets that sign them: one, or two while a secret is being rotated.
public record Webhook(URI url, List<String> secrets) {
    public Webhook {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new IllegalArgumentException("a webhook needs one or two secrets, not " + secrets.size());
        }
    }

    public Webhook(URI url, String secret) {
        this(url, List.of(secret));
    }
}
