package dev.encargo.cli.bench;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.Folders;
import dev.encargo.cli.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The function of others that cold starts are compared with, which is no part of the product's build, and the program
/// that measures both, which has a class path of its own.
final class Peer {
    /// Its name among the functions.
    static final String NAME = "Spring Boot 3.5";

    private static final String MODULE = "bench/peers/spring-boot";
    private static final String MEASURE = "dev.encargo.deployment.image.MeasureColdStarts";
    private static final String THREAD = "\"main\" ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    Peer(Path root) {
        this.root = root;
    }

    void build() throws IOException, InterruptedException {
        String maven = Optional.ofNullable(System.getenv("MAVEN_HOME"))
                .map(home -> Path.of(home, "bin", "mvn").toString())
                .orElse("mvn");
        String pom = root.resolve(MODULE).resolve("pom.xml").toString();
        ProcessBuilder builder =
                new ProcessBuilder(maven, "-q", "-B", "-f", pom, "process-classes").redirectErrorStream(true);
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

    /// Measures the functions whose names contain `function`, and the peer. `begun` hears of each round; the
    /// results are as `MeasureColdStarts` writes them.
    List<JsonNode> measure(String function, int rounds, Consumer<JsonNode> begun)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("encargo-cold-");
        try {
            Path log = work.resolve("measure.log");
            Process process = new ProcessBuilder(command(work, function, rounds))
                    .redirectError(log.toFile())
                    .start();
            List<JsonNode> rows = new ArrayList<>();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    JsonNode said = JSON.readTree(line);
                    if (said.has("round")) {
                        begun.accept(said);
                    } else {
                        rows.add(said);
                    }
                }
            }
            if (process.waitFor() != 0) {
                throw failed(log);
            }
            return rows;
        } finally {
            Folders.delete(work);
        }
    }

    private List<String> command(Path work, String function, int rounds) throws IOException {
        Path built = root.resolve("deployment/target");
        String classPath = built.resolve("classes") + ":"
                + Files.readString(built.resolve("classpath.txt")).strip();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                MEASURE,
                root.toString(),
                work.toString(),
                MODULE,
                function,
                String.valueOf(rounds));
    }

    /// Java says first of all, after the thread's name, what ended it.
    private static Refusal failed(Path log) throws IOException {
        return new Refusal(
                Refusal.FAILED,
                say("Nothing was measured."),
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains(THREAD))
                        .map(line -> line.substring(line.indexOf(THREAD) + THREAD.length()))
                        .findFirst()
                        .orElse(""),
                say("Try it alone:  %s", "infrastructure/image/assemble target/image"));
    }
}
