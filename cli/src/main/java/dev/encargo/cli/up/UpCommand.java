package dev.encargo.cli.up;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.WrongValue;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.PortNumber;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.cli.running.Template;
import dev.encargo.cli.words.Words;
import dev.encargo.local.host.DataFolder;
import dev.encargo.local.host.HostSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts everything here: the template's application and the stand-ins of the outside parties.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Start everything on this machine: the application of the template, and stand-ins for the payment provider and "
                        + "the warehouse.")
public final class UpCommand implements Callable<Integer> {

    /// When effects are performed: within the write, or after it as on AWS.
    enum Effects {
        WITHIN,
        RELAY
    }

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "A port; auto or 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private String port = "8080";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".encargo",
            description = "The data folder (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of(".encargo");

    @Option(names = "--fresh", description = "Delete what the data folder holds and start empty.")
    private boolean fresh;

    @Option(names = "--detach", description = "Return when it is ready; it goes on in the background.")
    private boolean detach;

    @Option(
            names = "--effects",
            description =
                    "within: in the write itself; relay: after it, as on AWS (default: within; with --store, relay).")
    private @Nullable Effects effects;

    @Option(
            names = "--store",
            paramLabel = "ADDRESS",
            description =
                    "Keep documents on a server: mongodb://HOST[/DATABASE] or dynamodb:http://HOST[/TABLE] (default: in the data folder).")
    private @Nullable String store;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            defaultValue = Template.DEFAULT,
            description = "The template to run (default: the one of this checkout).")
    private Path template = Template.ofThisCheckout();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        long start = System.nanoTime();
        int number = number();
        DataPlace place = new DataPlace(HostChoice.folder(data));
        Banner banner = new Banner(output, data);
        Optional<RunningHost> already = running();
        if (already.isPresent()) {
            refuseFresh();
            banner.already(already.get());
            return 0;
        }
        HostSettings settings = HostSettings.of(template, data, number);
        ChosenStore chosen = new ChosenStore(data, store);
        refuseWithin();
        if (fresh) {
            ForegroundHost.check(settings);
            ChosenStore.drop(data);
            FreshFolder.empty(data);
        }
        chosen.refuseAnother();
        place.prepare();
        if (detach) {
            int code = new Detached(data, arguments()).start(banner, start);
            if (code != 0) {
                place.leaveAsFound();
            }
            return code;
        }
        ForegroundHost host =
                place.leftAsFound(() -> chosen.start(effects == Effects.RELAY ? settings.relaying() : settings));
        host.stack().host().takeOverLogging();
        banner.ready(host.self(), host.stack(), System.nanoTime() - start);
        host.awaitStop(output);
        return 0;
    }

    /// Effects can be rows only where the documents are.
    private void refuseWithin() {
        if (store != null && effects == Effects.WITHIN) {
            throw WrongValue.of(
                    "--effects", "within", say("With --store they are in another place than the document."), "relay");
        }
    }

    private List<String> arguments() {
        List<String> all = new ArrayList<>(List.of(
                "--port",
                port,
                "--data",
                data.toString(),
                "--template",
                template.toString(),
                "--lang",
                Words.language().name()));
        if (effects != null) {
            all.addAll(List.of("--effects", effects.name().toLowerCase(Locale.ROOT)));
        }
        if (store != null) {
            all.addAll(List.of("--store", store));
        }
        return all;
    }

    private Optional<RunningHost> running() throws IOException {
        return DataFolder.inUse(data) ? RunningHost.of(data) : Optional.empty();
    }

    private void refuseFresh() {
        if (fresh) {
            throw new Refusal(
                    Refusal.TAKEN,
                    say("Encargo is running on %s, so its data stays.", data),
                    say("A running host's data is not deleted. Nothing was changed."),
                    say(
                            "Use:  %s      then      %s",
                            encargo("down" + new HostChoice(data).asGiven()), new HostChoice(data).up(" --fresh")));
        }
    }

    private int number() {
        return port.equals("auto") || port.equals("0") ? 0 : PortNumber.of(port, "auto");
    }
}
