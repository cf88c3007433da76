package dev.encargo.cli.invoice;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.Shell;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;

/// The file that a document becomes: whole or not at all.
final class Destination {
    private Destination() {}

    /// Where a document goes: a file, into a folder, or by its number into this one.
    static Path of(String given, Document document) {
        Path own = Path.of(document.number() + ".pdf");
        if (given.isEmpty()) {
            return own;
        }
        Path path = Path.of(given);
        return Files.isDirectory(path) ? path.resolve(own) : path;
    }

    /// `command` fetches the same document.
    ///
    /// @throws Refusal (2) where a file would be lost; one that holds the same would not
    static void mustBeFree(Path file, byte[] content, String command) {
        if (Files.exists(file) && !holds(file, content)) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s is there already, and holds something else.", file),
                    say("Nothing was written."),
                    say(
                            "Use:  %s      or      %s",
                            command + " -o " + Shell.word(file.toString()) + " --force", command + " -o FILE"));
        }
    }

    private static boolean holds(Path file, byte[] content) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// `command` fetches the same document.
    ///
    /// @throws Refusal where it cannot be written
    static void write(Path file, byte[] content, String command) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        try {
            Path aside = Files.createTempFile(folder, ".encargo-", ".pdf");
            try {
                Files.write(aside, content);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException fault) {
            throw new Refusal(
                    Refusal.FAILED,
                    say("%s cannot be written.", file),
                    reason(fault, folder),
                    say("Use:  %s      or to standard output:  %s", command + " -o FILE", command + " -o -"));
        }
    }

    private static String reason(IOException fault, Path folder) {
        return switch (fault) {
            case NoSuchFileException _ -> say("There is no folder %s.", folder);
            case AccessDeniedException _ -> say("You may not write to %s.", folder);
            default -> String.valueOf(fault.getMessage());
        };
    }
}
