package dev.encargo.platform.rotation;

import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;
import io.avaje.jsonb.Json;

/// Called by Secrets Manager: one step of a rotation.
public final class RotateWebhookSecretFunction
        extends TaskFunction<RotationStep, RotateWebhookSecretFunction.Performed> {
    private final WebhookSecretRotation rotation;

    /// Nobody reads it.
    @Json
    record Performed(String step) {}

    public RotateWebhookSecretFunction() {
        this(Platform.current());
    }

    private RotateWebhookSecretFunction(Platform platform) {
        super(platform, RotationStep.class, Performed.class);
        if (!(platform instanceof RotatingHost host)) {
            throw new IllegalStateException("secrets are rotated by Secrets Manager alone, which is on AWS");
        }
        this.rotation = new WebhookSecretRotation(host.versions(), platform.telemetry());
    }

    @Override
    protected Performed perform(RotationStep step) {
        rotation.perform(step);
        return new Performed(step.step());
    }
}
