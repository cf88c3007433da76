package dev.encargo.aws.ports;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.rotation.RotatedValue;
import dev.encargo.platform.rotation.SecretVersions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// The versions of secrets in Secrets Manager.
public final class ManagedVersions implements SecretVersions {
    private static final Dependency SECRETS = new Dependency("secrets");
    private static final long LENGTH = 48;

    private final Supplier<SecretsManagerClient> client;

    public ManagedVersions(Supplier<SecretsManagerClient> client) {
        this.client = client;
    }

    @Override
    public Map<String, List<String>> labels(String secret) {
        return SECRETS.ask(() -> client.get().describeSecret(request -> request.secretId(secret)))
                .versionIdsToStages();
    }

    @Override
    public Optional<RotatedValue> value(String secret, String version) {
        try {
            return Optional.of(SECRETS.ask(() -> client.get()
                            .getSecretValue(request -> request.secretId(secret).versionId(version))))
                    .map(found -> RotatedValue.read(found.secretString()));
        } catch (ResourceNotFoundException _) {
            return Optional.empty();
        }
    }

    @Override
    public String random() {
        return SECRETS.ask(() -> client.get()
                        .getRandomPassword(
                                request -> request.passwordLength(LENGTH).excludePunctuation(true)))
                .randomPassword();
    }

    @Override
    public void fill(String secret, String version, RotatedValue value) {
        try {
            SECRETS.ask(() -> client.get()
                    .putSecretValue(request -> request.secretId(secret)
                            .clientRequestToken(version)
                            .versionStages(PENDING)
                            .secretString(value.text())));
        } catch (ResourceExistsException _) {
            return;
        }
    }

    @Override
    public void makeCurrent(String secret, String version, String before) {
        SECRETS.ask(() -> client.get()
                .updateSecretVersionStage(request -> request.secretId(secret)
                        .versionStage(CURRENT)
                        .moveToVersionId(version)
                        .removeFromVersionId(before)));
    }

    @Override
    public void unlabel(String secret, String version, String label) {
        SECRETS.ask(() -> client.get()
                .updateSecretVersionStage(
                        request -> request.secretId(secret).versionStage(label).removeFromVersionId(version)));
    }
}
