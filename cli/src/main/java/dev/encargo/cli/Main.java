package dev.encargo.cli;

import dev.encargo.cli.bench.BenchCommand;
import dev.encargo.cli.check.CheckCommand;
import dev.encargo.cli.deadletter.DlqCommand;
import dev.encargo.cli.deploy.DeployCommand;
import dev.encargo.cli.deploy.IndexesCommand;
import dev.encargo.cli.doctor.DoctorCommand;
import dev.encargo.cli.events.EventsCommand;
import dev.encargo.cli.host.ClockCommand;
import dev.encargo.cli.host.DownCommand;
import dev.encargo.cli.host.StatusCommand;
import dev.encargo.cli.host.VersionCommand;
import dev.encargo.cli.invoice.InvoiceCommand;
import dev.encargo.cli.lake.AnalyticsCommand;
import dev.encargo.cli.mail.MailCommand;
import dev.encargo.cli.order.OrderCommand;
import dev.encargo.cli.output.PlainWriter;
import dev.encargo.cli.template.ParityCommand;
import dev.encargo.cli.up.UpCommand;
import dev.encargo.cli.words.HelpTexts;
import dev.encargo.cli.words.Language;
import dev.encargo.cli.words.Words;
import dev.encargo.cli.workflow.WorkflowCommand;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The `encargo` command. Exit codes: 0 ok, 1 the thing asked about failed, 2 wrong usage, 3 not running, 4 port or
/// lock taken, 130 interrupted.
@Command(
        name = "encargo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Orders from a REST call to a paid, invoiced, shipped and reported order.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            OrderCommand.class,
            InvoiceCommand.class,
            MailCommand.class,
            EventsCommand.class,
            WorkflowCommand.class,
            DlqCommand.class,
            AnalyticsCommand.class,
            ClockCommand.class,
            CheckCommand.class,
            BenchCommand.class,
            ParityCommand.class,
            DoctorCommand.class,
            DeployCommand.class,
            IndexesCommand.class,
            TestCommand.class,
            CompletionCommand.class,
            VersionCommand.class
        })
public final class Main implements Runnable {

    private static final int WIDTH = 100;
    private static final String LANG = "--lang";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /// The stand-ins' server reports its life at INFO; held here, since a logger that nobody holds forgets its
    /// level.
    private static final Logger STAND_INS = Logger.getLogger("robaho.net.httpserver");

    public static void main(String[] arguments) {
        STAND_INS.setLevel(Level.WARNING);
        System.exit(run(arguments));
    }

    /// Runs one command line and returns its exit code.
    public static int run(String... arguments) {
        Words.speak(asked(arguments).orElseGet(Main::ofEnvironment));
        CommandLine line = new CommandLine(new Main());
        line.setOut(new PlainWriter(System.out));
        line.setErr(new PlainWriter(System.err));
        line.setExecutionExceptionHandler((fault, command, _) -> Refusal.exitCode(fault, command));
        line.setParameterExceptionHandler((wrong, _) -> WrongUsage.exitCode(wrong));
        line.setUsageHelpWidth(WIDTH);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        HelpTexts.translate(line);
        return line.execute(arguments);
    }

    /// The language that `--lang` names, known before the line is parsed: what is wrong with it is said in that
    /// language too.
    private static Optional<Language> asked(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(LANG + "=")) {
                return Language.of(arguments[i].substring(LANG.length() + 1));
            }
            if (arguments[i].equals(LANG) && i + 1 < arguments.length) {
                return Language.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    /// The launcher says which language the user's variables ask for, since it may start Java in another locale.
    private static Language ofEnvironment() {
        return Language.of(System.getProperty("encargo.language", ""))
                .orElseGet(() -> Language.ofEnvironment(variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG")));
    }

    private static String variable(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }

    @Option(
            names = LANG,
            paramLabel = "en|es",
            scope = CommandLine.ScopeType.INHERIT,
            description = "The language of what is printed (default: by LC_ALL, LC_MESSAGES or LANG).")
    void speak(Language chosen) {
        Words.speak(chosen);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
