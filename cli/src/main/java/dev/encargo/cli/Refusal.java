package dev.encargo.cli;

import static dev.encargo.cli.words.Words.say;

import java.io.PrintWriter;

/// A command that cannot do what was asked: what, why and what to do, with its exit code.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Exit codes.
    public static final int FAILED = 1;

    public static final int USAGE = 2;
    public static final int NOT_RUNNING = 3;
    public static final int TAKEN = 4;
    public static final int INTERRUPTED = 130;

    private final int exitCode;
    private final String why;
    private final String remedy;

    public Refusal(int exitCode, String what, String why, String remedy) {
        super(what);
        this.exitCode = exitCode;
        this.why = why;
        this.remedy = remedy;
    }

    /// The same with another advice.
    public Refusal withRemedy(String other) {
        return new Refusal(exitCode, String.valueOf(getMessage()), why, other);
    }

    static int exitCode(Exception fault, PrintWriter err) {
        if (fault instanceof Refusal refusal) {
            err.println("  ✕ " + refusal.getMessage());
            err.println("    " + refusal.why);
            err.println("    " + refusal.remedy);
            return refusal.exitCode;
        }
        err.println("  ✕ " + fault.getClass().getSimpleName() + ": " + fault.getMessage());
        err.println("    " + say("This is a fault of Encargo's own."));
        err.println("    " + say("Run it again with ENCARGO_DEBUG=1 for the details."));
        if (System.getenv("ENCARGO_DEBUG") != null) {
            fault.printStackTrace(err);
        }
        return FAILED;
    }
}
