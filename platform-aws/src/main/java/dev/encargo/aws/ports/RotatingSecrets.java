package dev.encargo.aws.ports;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.rotation.RotatedValue;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Secrets of Secrets Manager, each known by the variable `SECRET_…` of the function's environment. While one
/// rotates, what its pending version holds is live beside what the current one does.
public final class RotatingSecrets implements Secrets {
    private static final Dependency SECRETS = new Dependency("secrets");
    private static final String CURRENT = "AWSCURRENT";
    private static final String PENDING = "AWSPENDING";

    private final Supplier<SecretsManagerClient> client;
    private final Environment environment;
    private final InstantSource clock;
    private final Map<String, Remembered<List<String>>> known = new ConcurrentHashMap<>();

    public RotatingSecrets(Supplier<SecretsManagerClient> client, Environment environment, InstantSource clock) {
        this.client = client;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public List<String> live(String name) {
        return remembered(name).get();
    }

    @Override
    public List<String> reread(String name) {
        return remembered(name).readAnew();
    }

    private Remembered<List<String>> remembered(String name) {
        String arn = environment.secretArn(name);
        return known.computeIfAbsent(name, _ -> new Remembered<>(clock, () -> read(name, arn)));
    }

    private List<String> read(String name, String arn) {
        GetSecretValueResponse current =
                version(arn, CURRENT).orElseThrow(() -> new IllegalStateException("there is no secret '" + name + "'"));
        return Stream.concat(version(arn, PENDING).stream(), Stream.of(current))
                .map(GetSecretValueResponse::secretString)
                .flatMap(text -> RotatedValue.read(text).live().stream())
                .distinct()
                .toList();
    }

    private Optional<GetSecretValueResponse> version(String arn, String stage) {
        try {
            return Optional.of(SECRETS.ask(() ->
                    client.get().getSecretValue(request -> request.secretId(arn).versionStage(stage))));
        } catch (ResourceNotFoundException _) {
            return Optional.empty();
        }
    }
}
