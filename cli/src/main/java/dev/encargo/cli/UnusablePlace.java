package dev.encargo.cli;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.running.Program;
import dev.encargo.local.store.StoreUnusable;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// A file or folder that a command cannot read or write: the machine's to forbid, so none of Encargo's faults.
final class UnusablePlace {
    private UnusablePlace() {}

    /// What is refused where that is behind `fault`.
    static Optional<Refusal> refusal(Throwable fault, CommandLine command) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> one(cause, command).stream())
                .findFirst();
    }

    private static Optional<Refusal> one(Throwable cause, CommandLine command) {
        return switch (cause) {
            case FileSystemException place ->
                Optional.of(refusal(String.valueOf(place.getFile()), why(place), command));
            case StoreUnusable store
            when store.getCause() instanceof SQLException refused ->
                Optional.of(refusal(store.file().toString(), reason(refused.getMessage()), command));
            default -> Optional.empty();
        };
    }

    private static Refusal refusal(String place, String why, CommandLine command) {
        return new Refusal(
                Refusal.USAGE,
                say("%s cannot be used.", place),
                why,
                command.getCommandSpec().findOption("--data") == null
                        ? say("Mend that, then run it again.")
                        : say("Mend that, or use another folder:  %s", Program.again(command, "--data", "DIR")));
    }

    private static String why(FileSystemException place) {
        return switch (place) {
            case AccessDeniedException _ -> say("The rights of this user do not allow it.");
            case NoSuchFileException _ -> say("It is not there, and cannot be made there.");
            case FileAlreadyExistsException _ -> say("Something else lies in its place.");
            default -> reason(place.getReason());
        };
    }

    private static String reason(@Nullable String given) {
        return given == null ? say("The system refuses it.") : say("The system says: %s.", given);
    }
}
