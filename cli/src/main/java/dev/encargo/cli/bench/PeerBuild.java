package dev.encargo.cli.bench;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Builds the peer that cold starts are compared with, which is no part of the product's build.
final class PeerBuild {
    static final String MODULE = "bench/peers/spring-boot";

    private final Path root;

    PeerBuild(Path root) {
        this.root = root;
    }

    void build() throws IOException, InterruptedException {
        String maven = Optional.ofNullable(System.getenv("MAVEN_HOME"))
                .map(home -> Path.of(home, "bin", "mvn").toString())
                .orElse("mvn");
        ProcessBuilder builder = new ProcessBuilder(
                        maven,
                        "-q",
                        "-B",
                        "-f",
                        root.resolve(MODULE).resolve("pom.xml").toString(),
                        "process-classes")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Refusal(
                    Refusal.FAILED,
                    say("The peer cannot be built."),
                    say(
                            "Maven said: %s",
                            said.lines()
                                    .filter(line -> line.contains("ERROR"))
                                    .findFirst()
                                    .orElse(said)),
                    say("Try it alone:  %s", "mvn -f " + MODULE + "/pom.xml process-classes"));
        }
    }

    /// Deletes a folder with all that is in it.
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        }
    }
}
