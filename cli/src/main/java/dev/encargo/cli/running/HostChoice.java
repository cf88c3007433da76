package dev.encargo.cli.running;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.WrongValue;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which host a command means: the one of a data folder, or the one that listens on a port.
public final class HostChoice {
    private static final String DIR = "DIR";

    @Option(names = "--data", paramLabel = DIR, description = "The host's data folder (default: ./.encargo).")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "N", description = "The running host's port, instead of its folder.")
    private @Nullable Integer port;

    public HostChoice() {}

    public HostChoice(Path data) {
        this.data = data;
    }

    /// The options that name this host in another command, with a space before them; empty for the default.
    public String asGiven() {
        if (port != null) {
            return " --port " + port;
        }
        return data == null || data.equals(Path.of(".encargo")) ? "" : " --data " + Shell.word(data.toString());
    }

    /// The command that starts this host, where its documents are.
    public String up() {
        return up("");
    }

    /// The same with a further option, which has a space before it.
    public String up(String option) {
        String store = FolderStore.of(data())
                .map(known -> " --store " + Shell.word(known.address().shown()))
                .orElse("");
        return encargo("up" + option + store + asGiven());
    }

    /// The data folder, which need not exist.
    public Path data() {
        if (data == null && port != null) {
            data = RunningHost.folderBehind(PortNumber.of(String.valueOf(port), "8080"));
        }
        return folder(data == null ? Path.of(".encargo") : data);
    }

    /// A data folder as it is given, which need not exist.
    ///
    /// @throws WrongValue where a file has its name
    public static Path folder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongValue(
                    "--data",
                    say("%s is a file, not a folder.", folder),
                    say("A host keeps its data in a folder."),
                    DIR);
        }
        return folder;
    }

    /// The data folder of a host that ran at least once.
    ///
    /// @throws Refusal where there is none
    public Path kept() {
        if (!Files.isRegularFile(data().resolve("encargo.db"))) {
            throw new Refusal(
                    Refusal.NOT_RUNNING,
                    say("There is no data in %s.", data()),
                    say("No host has run on this folder yet."),
                    say("Use:  %s      or name another folder with --data DIR", up()));
        }
        return data();
    }

    /// The host, running.
    ///
    /// @throws Refusal where it does not run
    public RunningHost running() {
        return RunningHost.of(data())
                .orElseThrow(() -> new Refusal(
                        Refusal.NOT_RUNNING,
                        say("Encargo is not running on %s.", data()),
                        say("This command asks a running host."),
                        say("Use:  %s      or name another host with --data DIR or --port N", up())));
    }

    public Api api() {
        return new Api(running().api(), asGiven());
    }

    public ControlClient control() {
        return new ControlClient(running(), asGiven());
    }

    /// Business time: the running host's; real time where it does not run, but never before what is stored.
    public Instant now() {
        if (RunningHost.of(data()).isPresent()) {
            return Instant.parse(control()
                    .ask("status", JsonNodeFactory.instance.objectNode())
                    .path("now")
                    .asText());
        }
        try (ReadOnly rows = stored()) {
            Instant newest = Instant.ofEpochMilli(rows.count("SELECT coalesce(max(time), 0) FROM events"));
            Instant real = Instant.now();
            return newest.isAfter(real) ? newest : real;
        }
    }

    /// What the host has stored, running or not, wherever its documents are.
    ///
    /// @throws Refusal where the server that has the documents does not give them
    public ReadOnly stored() {
        Path file = kept().resolve("encargo.db");
        return FolderStore.of(data()).map(store -> store.shownIn(file)).orElseGet(() -> ReadOnly.open(file));
    }

    /// The template that the host runs or ran last; this checkout's where none is known.
    public Stack stack() {
        return RunningHost.last(data())
                .map(last -> StackReader.read(last.template(), StackOptions.laptop(last.port())))
                .orElseGet(() -> StackReader.read(Template.ofThisCheckout(), StackOptions.laptop(0)));
    }
}
