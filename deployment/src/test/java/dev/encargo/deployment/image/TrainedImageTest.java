package dev.encargo.deployment.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.deployment.image.ColdStart.Candidate;
import dev.encargo.local.template.model.FunctionResource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Assembles what the image holds, trains its cache and starts every function with it, by the scripts that the image's
/// own build calls.
@Tag("slow")
@DisplayName("the image, trained")
class TrainedImageTest {
    private static final Path ROOT =
            Path.of(System.getProperty("encargo.root", "..")).toAbsolutePath().normalize();
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private static Path folder;

    private static ImageFolder image;
    private static Classroom classroom;
    private static Map<String, String> events;

    @BeforeAll
    static void it_is_assembled_and_trained() throws Exception {
        image = ImageFolder.assemble(ROOT, "image", folder.resolve("image"), JAVA_HOME);
        classroom = Classroom.open(ROOT, image, folder.resolve("work"));
        events = classroom.train();
    }

    @AfterAll
    static void the_classroom_is_closed() throws IOException {
        if (classroom != null) {
            classroom.close();
        }
    }

    @Test
    void holds_nothing_of_the_local_host() throws IOException {
        assertThat(image.jars()).anyMatch(jar -> jar.contains("encargo-platform-aws"));
        for (String jar : image.jars()) {
            try (JarFile file = new JarFile(image.folder().resolve(jar).toFile())) {
                assertThat(file.stream().map(JarEntry::getName))
                        .as(jar)
                        .noneMatch(name -> name.startsWith("dev/encargo/local/"))
                        .noneMatch(name -> name.startsWith("dev/encargo/providers/"));
            }
        }
    }

    @Test
    void every_function_of_the_template_answers_an_event_and_refuses_to_start_without_the_cache() throws IOException {
        for (FunctionResource function : classroom.stack().stack().functions().values()) {
            ColdStart start = ColdStart.of(candidate(image, function), folder.resolve("cold.log"));
            assertThat(start.cpu()).as(function.id()).isPositive();
        }
        ImageFolder untrained = new ImageFolder(copy(), image.java());
        Files.delete(untrained.cache());
        FunctionResource place = classroom.stack().stack().functions().get("PlaceOrderFunction");
        assertThatThrownBy(() -> ColdStart.of(candidate(untrained, place), folder.resolve("cold.log")))
                .as("-XX:AOTMode=on")
                .hasMessageContaining("AOT");
    }

    @Test
    void a_change_of_code_takes_effect_once_the_cache_is_trained_again() throws Exception {
        Path changed = folder.resolve("changed");
        ImageFolder other = ImageFolder.assemble(ROOT, "image", changed, JAVA_HOME);
        String orders = other.jars().stream()
                .filter(jar -> jar.startsWith("lib/encargo-orders"))
                .findFirst()
                .orElseThrow();
        breakTitle(changed.resolve(orders));
        try (Classroom again = Classroom.open(ROOT, other, folder.resolve("work-again"))) {
            Map<String, String> theirs = again.train();
            FunctionResource read = again.stack().stack().functions().get("ReadOrderFunction");
            String unknown = theirs.get("ReadOrderFunction").replaceAll("ord_[0-9A-Z]{26}", "ord_none");
            Candidate candidate = new Candidate(
                    other,
                    handler(read),
                    again.stack().environment(read.id()),
                    ImageFolder.Cache.REQUIRED,
                    "",
                    unknown);
            assertThatThrownBy(() -> ColdStart.of(candidate, folder.resolve("cold.log")))
                    .hasMessageContaining("There is no such ORDER");
        }
    }

    /// Changes a text of the orders' classes, which leaves their form as it is.
    private static void breakTitle(Path jar) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("orders"));
        run(classes, "jar", "--extract", "--file", jar.toString());
        Path answers = classes.resolve("dev/encargo/orders/function/Answers.class");
        byte[] bytes = Files.readAllBytes(answers);
        byte[] before = "There is no such order".getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(bytes, before);
        System.arraycopy("There is no such ORDER".getBytes(StandardCharsets.US_ASCII), 0, bytes, at, before.length);
        Files.write(answers, bytes);
        run(classes, "jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("the class has no such text");
    }

    private static void run(Path where, String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(JAVA_HOME.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isZero();
        }
    }

    private static Path copy() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (var all = Files.walk(image.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(image.folder().relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static Candidate candidate(ImageFolder of, FunctionResource function) {
        return new Candidate(
                of,
                handler(function),
                classroom.stack().environment(function.id()),
                ImageFolder.Cache.REQUIRED,
                "",
                events.get(function.id()));
    }

    private static String handler(FunctionResource function) {
        return function.handlerClass() + "::" + function.handlerMethod();
    }
}
