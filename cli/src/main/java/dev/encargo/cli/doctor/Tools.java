package dev.encargo.cli.doctor;

import static dev.encargo.cli.words.Words.say;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs that Encargo needs.
final class Tools {
    private static final int WANTED_JAVA = 25;

    private Tools() {}

    static Finding java(Runtime.Version version) {
        return version.feature() >= WANTED_JAVA
                ? Finding.good("Java " + version)
                : Finding.bad(
                        say("Java %s is too old", version),
                        say("Install a JDK %s or newer, or set JAVA_HOME to one.", WANTED_JAVA));
    }

    /// `mavenHome` and `path` are the variables of the environment, empty where they are not set.
    static Finding maven(String mavenHome, String path) {
        Optional<Path> found = Stream.concat(
                        Stream.of(mavenHome).filter(home -> !home.isEmpty()).map(home -> Path.of(home, "bin")),
                        Stream.of(path.split(File.pathSeparator))
                                .filter(folder -> !folder.isEmpty())
                                .map(Path::of))
                .map(folder -> folder.resolve("mvn"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.map(mvn -> Finding.good("Maven " + mvn))
                .orElseGet(() -> Finding.optional(
                        say("Maven was not found (only needed when sources change)"),
                        say("Install Maven 3.8 or newer, or set MAVEN_HOME to it.")));
    }
}
