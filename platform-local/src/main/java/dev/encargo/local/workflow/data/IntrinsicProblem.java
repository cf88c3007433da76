package dev.encargo.local.workflow.data;

/// Why an intrinsic function could not answer.
final class IntrinsicProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IntrinsicProblem(String message) {
        super(message, null, false, false);
    }
}
