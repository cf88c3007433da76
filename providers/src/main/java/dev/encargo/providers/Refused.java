package dev.encargo.providers;

/// A call that cannot be understood or may not be: answered as a problem.
final class Refused extends RuntimeException {
    private final int status;
    private final String code;

    Refused(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    Reply reply() {
        return Reply.problem(status, code, String.valueOf(getMessage()));
    }
}
