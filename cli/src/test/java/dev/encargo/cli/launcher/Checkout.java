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
import java.util.Optional;

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

    /// Instead of a Java that only says that it was called, the one of this test; its class path is this test's. It
    /// keeps no archive of classes, since it cannot of folders.
    Checkout realJava() throws IOException {
        program("bin/java", """
                for word do
                    shift
                    case $word in
                        -XX:*Shared*) ;;
                        *) set -- "$@" "$word" ;;
                    esac
                done
                exec '%s' "$@"
                """.formatted(Path.of(System.getProperty("java.home"), "bin", "java")));
        Path classpath = Files.writeString(tools.resolve("classpath.txt"), System.getProperty("java.class.path"));
        return maven("mkdir -p cli/target; : > cli/target/encargo-cli-1.jar; cp '" + classpath + "' cli/target/");
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

    /// What a file says, if it is there.
    Optional<String> text(String path) throws IOException {
        Path file = root.resolve(path);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
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
        return ended(builder, Map.of("LC_ALL", locale));
    }

    /// Runs a script of the shell in the folder of the checkout, in a locale that these variables alone decide.
    Ended shell(Map<String, String> variables, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(tools.resolve("script"), script);
        return ended(new ProcessBuilder("sh", file.toString()).redirectErrorStream(true), variables);
    }

    private Ended ended(ProcessBuilder builder, Map<String, String> variables)
            throws IOException, InterruptedException {
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        builder.environment().putAll(variables);
        builder.environment().putAll(Map.of("JAVA_HOME", tools.toString(), "MAVEN_HOME", tools.toString()));
        Process process = builder.directory(root.toFile()).start();
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
