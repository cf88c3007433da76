package dev.encargo.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A folder with the launcher and nothing to build. Its Maven and its Java only say that they were called.
final class Checkout {
    static final Path REAL =
            Path.of(System.getProperty("encargo.root", "..")).toAbsolutePath().normalize();

    private final Path root;
    private final Path tools;
    private String locale = "C.UTF-8";

    Checkout(Path folder) throws IOException {
        this.root = folder.resolve("a checkout");
        this.tools = folder.resolve("tools");
        Files.createDirectories(root);
        Files.copy(REAL.resolve("encargo"), root.resolve("encargo"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        program("bin/javac", "");
        program("bin/java", "echo started");
        Files.writeString(tools.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    }

    record Ended(int code, String said) {}

    /// What Maven does when it is called in the folder of the checkout.
    Checkout maven(String script) throws IOException {
        program("bin/mvn", script);
        return this;
    }

    /// A file that is older than any build.
    Checkout file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return at(file, Instant.EPOCH);
    }

    /// A folder that is older than any build.
    Checkout folder(String path) throws IOException {
        return at(Files.createDirectories(root.resolve(path)), Instant.EPOCH);
    }

    /// Makes a file newer than any build.
    Checkout change(String path) throws IOException {
        return at(root.resolve(path), Instant.now().plus(Duration.ofHours(1)));
    }

    private Checkout at(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
        return this;
    }

    /// From now on the launcher runs in this locale.
    Checkout in(String changed) {
        locale = changed;
        return this;
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", root.resolve("encargo").toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment()
                .putAll(Map.of("JAVA_HOME", tools.toString(), "MAVEN_HOME", tools.toString(), "LC_ALL", locale));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private void program(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made a program");
        }
    }
}
