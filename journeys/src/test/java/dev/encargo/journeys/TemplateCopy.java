package dev.encargo.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A copy of `infrastructure/` that a test may change.
record TemplateCopy(Path template) {

    static TemplateCopy in(Path folder) throws IOException {
        Path from = World.TEMPLATE.getParent();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve("infrastructure").resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new TemplateCopy(folder.resolve("infrastructure/template.yaml"));
    }

    void disable(String rule) throws IOException {
        change(rule, "(?m)^    Properties:\n((?s:.*?))(^      State:[^\n]*\n)", "    Properties:\n$1", false);
        change(rule, "(?m)^    Properties:\n", "    Properties:\n      State: DISABLED\n");
    }

    /// Changes the block of one resource. A change that finds nothing to change is an error.
    void change(String id, String regex, String replacement) throws IOException {
        change(id, regex, replacement, true);
    }

    /// Facts are not gathered into batches: that would take a real second a step.
    void gatherNothing() throws IOException {
        change("UpdateOrderStatusFunction", "MaximumBatchingWindowInSeconds: 1", "MaximumBatchingWindowInSeconds: 0");
    }

    /// Changes a file beside the template, such as a workflow.
    void changeFile(String name, String regex, String replacement) throws IOException {
        Path file = template.resolveSibling(name);
        String text = Files.readString(file);
        String changed = Pattern.compile(regex).matcher(text).replaceFirst(replacement);
        if (changed.equals(text)) {
            throw new AssertionError(name + " holds no " + regex);
        }
        Files.writeString(file, changed);
    }

    private void change(String id, String regex, String replacement, boolean must) throws IOException {
        String text = Files.readString(template);
        Matcher block =
                Pattern.compile("(?ms)^  " + id + ":\n.*?(?=^  \\S|\\z)").matcher(text);
        if (!block.find()) {
            throw new AssertionError("the template has no " + id);
        }
        String changed = block.group().replaceFirst(regex, replacement);
        if (must && changed.equals(block.group())) {
            throw new AssertionError(id + " holds no " + regex);
        }
        Files.writeString(template, text.substring(0, block.start()) + changed + text.substring(block.end()));
    }
}
