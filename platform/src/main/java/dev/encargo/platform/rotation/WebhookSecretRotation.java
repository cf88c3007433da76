package dev.encargo.platform.rotation;

import dev.encargo.platform.Telemetry;
import java.util.List;
import java.util.Map;

/// Rotates a secret by which an outside party signs its notices. Nobody can tell the party its new value but a person,
/// so the previous one stays live until the next rotation, which is refused as long as nobody has said, by the label
/// `TOLD`, that the party has the value of now. A step that is repeated changes nothing.
final class WebhookSecretRotation {
    static final String TOLD = "TOLD";

    private final SecretVersions versions;
    private final Telemetry telemetry;

    WebhookSecretRotation(SecretVersions versions, Telemetry telemetry) {
        this.versions = versions;
        this.telemetry = telemetry;
    }

    void perform(RotationStep asked) {
        Map<String, List<String>> labels = versions.labels(asked.secret());
        List<String> ours = labels.getOrDefault(asked.token(), List.of());
        if (ours.contains(SecretVersions.CURRENT)) {
            return;
        }
        if (!ours.contains(SecretVersions.PENDING)) {
            throw refused(asked, "its version " + asked.token() + " is not pending");
        }
        String current = current(asked, labels);
        boolean told = labels.getOrDefault(current, List.of()).contains(TOLD);
        switch (asked.step()) {
            case "createSecret" -> create(asked, current, told);
            // only a person can tell the outside party
            case "setSecret" -> pending(asked);
            case "testSecret" -> test(asked, current);
            case "finishSecret" -> finish(asked, current, told);
            default -> throw refused(asked, "there is no step " + asked.step());
        }
    }

    private static String current(RotationStep asked, Map<String, List<String>> labels) {
        return labels.entrySet().stream()
                .filter(version -> version.getValue().contains(SecretVersions.CURRENT))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> refused(asked, "it has no current version"));
    }

    private void create(RotationStep asked, String current, boolean told) {
        if (versions.value(asked.secret(), asked.token()).isPresent()) {
            return;
        }
        RotatedValue now = value(asked, current);
        if (now.previous().isPresent() && !told) {
            // left pending, it would stand in the way of the rotation after it
            versions.unlabel(asked.secret(), asked.token(), SecretVersions.PENDING);
            throw refused(
                    asked,
                    "nobody has said that the outside party knows the value of now (label " + TOLD + " of version "
                            + current + "), and what it signs with would be refused");
        }
        versions.fill(asked.secret(), asked.token(), now.followedBy(versions.random()));
    }

    private void test(RotationStep asked, String current) {
        if (!pending(asked).live().contains(value(asked, current).current())) {
            throw refused(asked, "its pending version would refuse what is signed now");
        }
    }

    private void finish(RotationStep asked, String current, boolean told) {
        pending(asked);
        if (told) {
            // the party has to be told again, and a label has one place
            versions.unlabel(asked.secret(), current, TOLD);
        }
        versions.makeCurrent(asked.secret(), asked.token(), current);
        versions.unlabel(asked.secret(), asked.token(), SecretVersions.PENDING);
        telemetry.warn(
                "a webhook secret has a new value: the outside party has to be told before the next rotation",
                Map.of("secret", asked.secret(), "version", asked.token()));
        telemetry.count("secrets.rotated", 1, Map.of());
    }

    private RotatedValue pending(RotationStep asked) {
        return value(asked, asked.token());
    }

    private RotatedValue value(RotationStep asked, String version) {
        return versions.value(asked.secret(), version)
                .orElseThrow(() -> refused(asked, "its version " + version + " holds nothing"));
    }

    private static RotationRefused refused(RotationStep asked, String why) {
        return new RotationRefused(asked.secret(), why);
    }
}
