package dev.encargo.cli.deploy;

import dev.encargo.cli.running.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The commands of a deployment, as they are typed and as they are run: by a shell, in the folder of the checkout.
record Commands(Stage stage, Registry registry, String bucket) {
    static final String DOCKERFILE = "infrastructure/image/Dockerfile";
    private static final String CONTEXT = "target/image";
    static final String PLATFORM = "linux/amd64";

    /// Lambda takes an image, not a list of an image and what attests it.
    private static final String ONE_MANIFEST = "--provenance=false --sbom=false";

    private static final String TEMPLATE = "infrastructure/template.yaml";

    /// Builds and pushes; `tag` names an image that does not exist yet.
    List<String> image(String tag) {
        String image = registry.repository() + ":" + tag;
        return List.of(
                "aws ecr get-login-password --region " + registry.region()
                        + " | docker login --username AWS --password-stdin " + registry.host(),
                "infrastructure/image/context " + CONTEXT,
                "docker build --platform " + PLATFORM + " " + ONE_MANIFEST + " --tag " + image + " " + CONTEXT,
                "docker push " + image);
    }

    /// Prints the image that was pushed, by its digest.
    String digest(String tag) {
        return "docker inspect --format '{{index .RepoDigests 0}}' " + registry.repository() + ":" + tag;
    }

    List<String> stack(String image) {
        String packaged = "target/deploy/" + stage.name() + ".yaml";
        return List.of(
                "mkdir -p " + Path.of(packaged).getParent(),
                "aws cloudformation package --region " + registry.region() + " --template-file " + TEMPLATE
                        + " --s3-bucket " + Shell.word(bucket) + " --output-template-file " + packaged,
                "aws cloudformation deploy --region " + registry.region() + " --template-file " + packaged
                        + " --stack-name " + Shell.word(stage.stack()) + " --s3-bucket " + Shell.word(bucket)
                        + " --capabilities " + String.join(" ", stage.capabilities())
                        + " --no-fail-on-empty-changeset --parameter-overrides ImageUri=" + image + overrides());
    }

    private String overrides() {
        return stage.parameters().entrySet().stream()
                .map((Map.Entry<String, String> one) -> " " + Shell.word(one.getKey() + "=" + one.getValue()))
                .collect(Collectors.joining());
    }
}
