package dev.encargo.cli.running;

import java.nio.file.Path;

/// Where the template lies.
public final class Template {
    /// The same as a default value of an option.
    public static final String DEFAULT = "${sys:encargo.root:-.}/infrastructure/template.yaml";

    private Template() {}

    /// The one beside the launcher; of the current folder where there is no launcher.
    public static Path ofThisCheckout() {
        return Path.of(System.getProperty("encargo.root", "."), "infrastructure", "template.yaml");
    }
}
