package dev.encargo.cli;

import static dev.encargo.cli.words.Words.say;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a command was given.
public final class InputFile {

    private InputFile() {}

    /// Its text, which is UTF-8.
    ///
    /// @throws Refusal (2) when it cannot be read
    public static String read(String option, Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException malformed) {
            throw refusal(option, file, say("It is not UTF-8."));
        } catch (IOException fault) {
            throw refusal(
                    option,
                    file,
                    Files.exists(file) ? String.valueOf(fault.getMessage()) : say("There is no such file."));
        }
    }

    private static Refusal refusal(String option, Path file, String why) {
        return new Refusal(
                Refusal.USAGE, say("Cannot read %s.", file), why, say("Name a readable file with %s FILE.", option));
    }
}
