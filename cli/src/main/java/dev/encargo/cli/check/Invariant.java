package dev.encargo.cli.check;

/// One thing that must hold once the system is quiet.
interface Invariant {

    /// `I1` to `I12`.
    String id();

    void check(Evidence evidence, Report report);

    /// Where violations go.
    @FunctionalInterface
    interface Report {
        void violated(String subject, Object found, Object expected);
    }
}
