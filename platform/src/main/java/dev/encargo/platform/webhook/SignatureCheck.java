package dev.encargo.platform.webhook;

import dev.encargo.platform.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Tells whether a webhook was sent by the party that shares a secret with us, within five minutes of now. All live
/// values of the secret
/// count; when none fits, the secret is read anew once, since it may just have been rotated.
public final class SignatureCheck {
    public static final String HEADER = "Encargo-Signature";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Secrets secrets;
    private final String secret;
    private final InstantSource clock;

    public SignatureCheck(Secrets secrets, String secret, InstantSource clock) {
        this.secrets = secrets;
        this.secret = secret;
        this.clock = clock;
    }

    public Verdict check(Optional<String> header, String body) {
        Optional<Signature> signature = header.flatMap(Signature::read);
        if (signature.isEmpty()) {
            return Verdict.MALFORMED;
        }
        if (signature.get().ageSeconds(clock.instant()) > TOLERANCE.toSeconds()) {
            return Verdict.EXPIRED;
        }
        boolean genuine = signature.get().matches(body, secrets.live(secret))
                || signature.get().matches(body, secrets.reread(secret));
        return genuine ? Verdict.GENUINE : Verdict.FORGED;
    }
}
