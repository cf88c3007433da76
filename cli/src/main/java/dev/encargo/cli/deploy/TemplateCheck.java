package dev.encargo.cli.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What `infrastructure/checks/check` says of a stage, by its tools.
record TemplateCheck(Outcome outcome, List<String> lines) {

    enum Outcome {
        GOOD,
        FOUND,
        NOT_RUN
    }

    static TemplateCheck of(Path root, String stage) {
        Path check = root.resolve("infrastructure/checks/check");
        try {
            Process process = new ProcessBuilder(check.toString(), "--stage", stage)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new TemplateCheck(
                    switch (process.waitFor()) {
                        case 0 -> Outcome.GOOD;
                        case 1 -> Outcome.FOUND;
                        default -> Outcome.NOT_RUN;
                    },
                    said.lines().toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new TemplateCheck(Outcome.NOT_RUN, List.of());
        }
    }
}
