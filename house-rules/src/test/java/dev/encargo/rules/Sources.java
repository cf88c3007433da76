package dev.encargo.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The Java files of main code in every module.
final class Sources {

    static final Path ROOT =
            Path.of(System.getProperty("encargo.root", "..")).toAbsolutePath().normalize();

    private Sources() {}

    record Source(String path, List<String> lines) {}

    static List<Source> main() {
        return folders().flatMap(Sources::javaFiles).map(Sources::read).toList();
    }

    static List<String> packagesWithoutNullMarked() {
        return folders()
                .flatMap(Sources::javaFiles)
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isNullMarked(folder.resolve("package-info.java")))
                .map(folder -> ROOT.relativize(folder).toString())
                .toList();
    }

    private static boolean isNullMarked(Path file) {
        Predicate<String> marked = line -> line.contains("NullMarked");
        return Files.exists(file) && read(file).lines().stream().anyMatch(marked);
    }

    private static Stream<Path> folders() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path file) {
        try {
            return new Source(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
