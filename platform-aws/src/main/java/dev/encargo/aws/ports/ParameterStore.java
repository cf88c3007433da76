package dev.encargo.aws.ports;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.Settings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/// The parameters under one path of SSM, read all at once.
public final class ParameterStore implements Settings {
    private static final Dependency SETTINGS = new Dependency("settings");

    private final Remembered<Map<String, String>> known;

    /// `path` is without a slash at its end.
    public ParameterStore(Supplier<SsmClient> client, Supplier<String> path, InstantSource clock) {
        this.known = new Remembered<>(clock, () -> read(client.get(), path.get()));
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(known.get().get(name));
    }

    private static Map<String, String> read(SsmClient ssm, String path) {
        return SETTINGS.ask(() ->
                ssm.getParametersByPathPaginator(request -> request.path(path).withDecryption(true)).stream()
                        .flatMap(page -> page.parameters().stream())
                        .collect(Collectors.toUnmodifiableMap(
                                parameter -> parameter.name().substring(path.length() + 1), Parameter::value)));
    }
}
