package dev.encargo.deployment.image;

import dev.encargo.local.function.CallFailed;
import java.io.IOException;
import java.nio.file.Path;

/// `TrainImage ROOT FOLDER WORK`: trains the AOT cache of the image in FOLDER by the template of the checkout ROOT;
/// logs
/// go into WORK. Called by `infrastructure/image/train`.
public final class TrainImage {

    private TrainImage() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, CallFailed {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ImageFolder image = new ImageFolder(Path.of(arguments[1]).toAbsolutePath(), java);
        try (Classroom classroom = Classroom.open(Path.of(arguments[0]), image, Path.of(arguments[2]))) {
            classroom.train();
        }
    }
}
