package dev.encargo.rules;

import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder `infrastructure/`, as it is and with a small change, which shows that a rule can fail.
final class Infrastructure {

    static final Path FOLDER = Sources.ROOT.resolve("infrastructure");
    static final Stack STACK = read(FOLDER);

    private static final Set<String> IDS = ids();

    private Infrastructure() {}

    /// Whether the template itself names a resource.
    static boolean declares(String id) {
        return IDS.contains(id);
    }

    private static Set<String> ids() {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("template.yaml"))) {
            return lines.filter(line -> line.matches("  [A-Z]\\w+:"))
                    .map(line -> line.strip().replace(":", ""))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stack read(Path folder) {
        return StackReader.read(folder.resolve("template.yaml"), StackOptions.laptop(8080));
    }

    /// The stack after `was` has become `is` in one file of a copy.
    static Stack changed(Path scratch, String file, String was, String is) {
        return read(damaged(scratch, file, was, is));
    }

    /// A copy of the folder in which `was` has become `is` in one file.
    static Path damaged(Path scratch, String file, String was, String is) {
        return damaged(FOLDER, scratch, file, was, is);
    }

    static Path damaged(Path whole, Path scratch, String file, String was, String is) {
        try {
            Path copy = Files.createTempDirectory(scratch, "infrastructure");
            copyTo(whole, copy);
            Path target = copy.resolve(file);
            String text = Files.readString(target);
            if (!text.contains(was)) {
                throw new IllegalArgumentException(file + " does not contain " + was);
            }
            int at = text.indexOf(was);
            Files.writeString(target, text.substring(0, at) + is + text.substring(at + was.length()));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTo(Path whole, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(whole.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
