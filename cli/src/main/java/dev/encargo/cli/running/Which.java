package dev.encargo.cli.running;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which host a command means: by its data folder.
public final class Which {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".encargo",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    Path data = Path.of(".encargo");

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    public Path data() {
        return data;
    }

    public boolean json() {
        return json;
    }

    public RunningHost running() {
        return RunningHost.require(data);
    }
}
