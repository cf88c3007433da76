package dev.encargo.local.workflow.data;

/// A path, template or expression that is not well formed. The message is for the author of the definition.
public final class SyntaxProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SyntaxProblem(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
