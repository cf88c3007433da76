package dev.encargo.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `infrastructure/checks/check`: what tools that others wrote find in the infrastructure. It needs Python.
final class ForeignTools {

    private static final int NOTHING_FOUND = 0;
    private static final int FOUND = 1;

    private ForeignTools() {}

    /// One line a finding.
    ///
    /// @throws IllegalStateException saying what to install, when the tools are not to be had
    static List<String> findings(Path folder, String... more) {
        List<String> command = new ArrayList<>(
                List.of(Infrastructure.FOLDER.resolve("checks/check").toString(), "--folder", folder.toString()));
        command.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != NOTHING_FOUND && (code != FOUND || said.isEmpty())) {
                throw new IllegalStateException("infrastructure/checks/check ended with " + code + ", see its errors");
            }
            return said.lines().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the tools ran", interrupted);
        }
    }
}
