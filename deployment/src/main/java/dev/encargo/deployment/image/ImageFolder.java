package dev.encargo.deployment.image;

import dev.encargo.deployment.runtime.FunctionProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the image holds, as `infrastructure/image/assemble` puts it together: `lib`, `class-path`, `entry` with its
/// `java-options`, `amazon-roots.pem` and, once trained, the AOT cache. `java` is the Java that runs it.
public record ImageFolder(Path folder, Path java) {

    /// How a start treats the AOT cache.
    public enum Cache {
        /// A start without it fails.
        REQUIRED("-XX:AOTCache=functions.aot -XX:AOTMode=on"),
        NONE("-XX:AOTMode=off"),
        /// Written when the process ends.
        TRAINED("-XX:AOTCacheOutput=functions.aot");

        private final String options;

        Cache(String options) {
            this.options = options;
        }
    }

    /// Has `infrastructure/image/assemble` of the checkout at `root` put a module's jars together in `folder`.
    public static ImageFolder assemble(Path root, String module, Path folder, Path javaHome)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        root.resolve("infrastructure/image/assemble").toString(), folder.toString(), module)
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the image was not assembled: " + said);
        }
        return new ImageFolder(folder, javaHome.resolve("bin/java"));
    }

    /// Where the Java that runs it is installed.
    Path javaHome() {
        return java.resolve("../..").normalize();
    }

    public Path cache() {
        return folder.resolve("functions.aot");
    }

    /// Those who vouch for AWS, as a PEM file; absent where the Java that assembled it lists none of them.
    public Path roots() {
        return folder.resolve("amazon-roots.pem");
    }

    /// The jars, in the order of the class path.
    public List<String> jars() throws IOException {
        return List.of(Files.readString(folder.resolve("class-path")).strip().split(":"));
    }

    /// Starts a function by its handler, `package.Class::method`; `options` are more options of Java, or blank.
    public FunctionProcess start(String handler, Map<String, String> environment, Cache cache, String options, Path log)
            throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("_HANDLER", handler);
        all.put("JAVA", java.toString());
        all.put("AOT", (cache.options + " " + options).strip());
        return FunctionProcess.start(List.of(folder.resolve("entry").toString(), handler), all, log);
    }
}
