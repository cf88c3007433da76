package dev.encargo.aws.call;

import dev.encargo.platform.Unavailable;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// A service of AWS as a function knows it: `documents`, `event bus`, …
public record Dependency(String name) {
    private static final int SERVER_FAULT = 500;

    /// Asks the service. What may pass by itself becomes [Unavailable]: no answer, a throttled call, a fault of the
    /// service. Any other refusal is thrown as it came.
    public <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkClientException unanswered) {
            throw new Unavailable(name, unanswered);
        } catch (AwsServiceException refusal) {
            throw passes(refusal) ? new Unavailable(name, refusal) : refusal;
        }
    }

    /// Asks the service to do what a stored effect wants. Every refusal becomes [Unavailable]: whoever performs an
    /// effect tries it again, counts, and in the end parks it with this reason for a person to see. Thrown as it
    /// came, one refusal would hold back the effects of all other documents.
    public <T> T perform(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException refusal) {
            throw new Unavailable(name, refusal);
        }
    }

    private static boolean passes(AwsServiceException refusal) {
        return refusal.statusCode() >= SERVER_FAULT
                || refusal.isThrottlingException()
                || refusal.isClockSkewException();
    }
}
