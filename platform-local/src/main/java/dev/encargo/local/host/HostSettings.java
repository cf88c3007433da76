package dev.encargo.local.host;

import dev.encargo.platform.documents.Documents;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How a host is started. `port` 0 takes a free one. `parameters` are the template's; `settings` (such as
/// `payment-provider-url`) win over its parameter store. `relayed` performs effects after the write, as on AWS,
/// instead of within it. `indexLag` is the seed with which the documents' indexes show writes up to 300 ms late, as
/// on AWS; without it they show them at once. `documents` are those that a server keeps instead of the host's file:
/// then effects are performed after the write, too.
public record HostSettings(
        Path template,
        Path data,
        int port,
        Map<String, String> parameters,
        Map<String, String> settings,
        boolean relayed,
        Optional<Long> indexLag,
        Optional<Documents> documents) {

    public HostSettings {
        parameters = Map.copyOf(parameters);
        settings = Map.copyOf(settings);
    }

    public static HostSettings of(Path template, Path data, int port) {
        return new HostSettings(template, data, port, Map.of(), Map.of(), false, Optional.empty(), Optional.empty());
    }

    public HostSettings withSetting(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new HostSettings(template, data, port, parameters, more, relayed, indexLag, documents);
    }

    public HostSettings withParameter(String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return new HostSettings(template, data, port, more, settings, relayed, indexLag, documents);
    }

    public HostSettings relaying() {
        return new HostSettings(template, data, port, parameters, settings, true, indexLag, documents);
    }

    public HostSettings lagging(long seed) {
        return new HostSettings(template, data, port, parameters, settings, relayed, Optional.of(seed), documents);
    }

    public HostSettings keeping(Documents elsewhere) {
        return new HostSettings(template, data, port, parameters, settings, true, indexLag, Optional.of(elsewhere));
    }
}
