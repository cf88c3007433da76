package dev.encargo.cli;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.template.HostWords;
import dev.encargo.local.template.source.TemplateRefused;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

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

    public int exitCode() {
        return exitCode;
    }

    /// Says what, why and what to do.
    public void print(PrintWriter err) {
        lines().forEach(err::println);
    }

    /// What, why and what to do, as they are printed.
    public List<String> lines() {
        return List.of("  ✕ " + getMessage(), "    " + why, "    " + remedy);
    }

    /// What came of `fault` in a command: what it refuses is said, and so is what it could not read or write.
    static int exitCode(Exception fault, CommandLine command) {
        PrintWriter err = command.getErr();
        if (fault instanceof TemplateRefused template) {
            HostWords.refusals(template).forEach(each -> each.print(err));
            return USAGE;
        }
        Optional<Refusal> refusal = switch (fault) {
            case Refusal said -> Optional.of(said);
            case WrongValue wrong -> Optional.of(wrong.in(command));
            default -> UnusablePlace.refusal(fault, command);
        };
        if (refusal.isPresent()) {
            refusal.get().print(err);
        } else {
            err.println("  ✕ " + fault.getClass().getSimpleName() + ": " + fault.getMessage());
            err.println("    " + say("This is a fault of Encargo's own."));
            err.println("    " + say("Run it again with ENCARGO_DEBUG=1 for the details."));
        }
        if (!(fault instanceof Refusal || fault instanceof WrongValue) && System.getenv("ENCARGO_DEBUG") != null) {
            fault.printStackTrace(err);
        }
        return refusal.map(said -> said.exitCode).orElse(FAILED);
    }
}
