package dev.encargo.providers;

import java.time.Duration;

/// What goes wrong with a call.
public sealed interface CallFault {
    /// Done, and never answered: the connection is held for `hold` of real time, then closed.
    record NoAnswer(Duration hold) implements CallFault {}

    /// Answered with `status`; done all the same or not.
    record Answered(int status, boolean done) implements CallFault {}

    /// Done at once, answered after `by` of real time.
    record Slow(Duration by) implements CallFault {}

    /// A payment captured twice under its key (only for {@link Operation#TAKE_PAYMENT}).
    record ChargedTwice() implements CallFault {}

    /// A payment captured with `difference` minor units more or less (only for {@link Operation#TAKE_PAYMENT}).
    record WrongAmount(long difference) implements CallFault {}

    /// Done, its answer lost: the caller sees a time-out after its three seconds.
    static CallFault timeOutAfterSuccess() {
        return new NoAnswer(Duration.ofSeconds(15));
    }

    static CallFault failing(int status) {
        return new Answered(status, false);
    }

    static CallFault failingAfterSuccess(int status) {
        return new Answered(status, true);
    }
}
