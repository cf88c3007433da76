package dev.encargo.local.host;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// How a host is started. `port` 0 takes a free one. `parameters` are the template's; `settings` (such as `payment-provider-url`) win over
/// its parameter store. `relayed` performs effects after the write, as on AWS, instead of within it.
public record HostSettings(
        Path template,
        Path data,
        int port,
        Map<String, String> parameters,
        Map<String, String> settings,
        boolean relayed) {

    public HostSettings {
        parameters = Map.copyOf(parameters);
        settings = Map.copyOf(settings);
    }

    public static HostSettings of(Path template, Path data, int port) {
        return new HostSettings(template, data, port, Map.of(), Map.of(), false);
    }

    public HostSettings withSetting(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new HostSettings(template, data, port, parameters, more, relayed);
    }

    public HostSettings withParameter(String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return new HostSettings(template, data, port, more, settings, relayed);
    }

    public HostSettings relaying() {
        return new HostSettings(template, data, port, parameters, settings, true);
    }
}
