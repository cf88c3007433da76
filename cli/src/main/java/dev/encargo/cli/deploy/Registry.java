package dev.encargo.cli.deploy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A repository of images of an AWS account and Region. Its address says both, so nobody has to be asked.
record Registry(String repository, String host, String account, String region) {
    private static final Pattern ADDRESS =
            Pattern.compile("((\\d{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?)/[a-z0-9._/-]+");
    private static final Pattern IMAGE = Pattern.compile("(.+)@sha256:[0-9a-f]{64}");

    static Optional<Registry> of(String address) {
        Matcher found = ADDRESS.matcher(address);
        return found.matches()
                ? Optional.of(new Registry(address, found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    /// The repository of an image that is named by its digest.
    static Optional<Registry> ofImage(String image) {
        Matcher found = IMAGE.matcher(image);
        return found.matches() ? of(found.group(1)) : Optional.empty();
    }

    /// Where the template's parts are put for CloudFormation, unless another bucket is named.
    String artifacts() {
        return "encargo-artifacts-" + account + "-" + region;
    }
}
