package dev.encargo.journeys.protocol;

/// What may go wrong in one run, and how often.
record Faults(
        boolean twin, int timeouts, boolean cancel, boolean duplicate, boolean loss, Operator operator, int reruns) {

    enum Operator {
        NONE,
        /// States that the warehouse's parcel has left.
        STATES,
        /// Hands over a parcel of their own before the warehouse was asked.
        HANDS_OVER
    }

    static final Faults NONE = new Faults(false, 0, false, false, false, Operator.NONE, 0);

    Faults withTwin() {
        return new Faults(true, timeouts, cancel, duplicate, loss, operator, reruns);
    }

    Faults withTimeouts(int count) {
        return new Faults(twin, count, cancel, duplicate, loss, operator, reruns);
    }

    Faults withCancel() {
        return new Faults(twin, timeouts, true, duplicate, loss, operator, reruns);
    }

    Faults withDuplicate() {
        return new Faults(twin, timeouts, cancel, true, loss, operator, reruns);
    }

    Faults withLoss() {
        return new Faults(twin, timeouts, cancel, duplicate, true, operator, reruns);
    }

    Faults withOperator() {
        return new Faults(twin, timeouts, cancel, duplicate, loss, Operator.STATES, reruns);
    }

    Faults withOwnParcel() {
        return new Faults(twin, timeouts, cancel, duplicate, loss, Operator.HANDS_OVER, reruns);
    }

    Faults withReruns(int count) {
        return new Faults(twin, timeouts, cancel, duplicate, loss, operator, count);
    }
}
