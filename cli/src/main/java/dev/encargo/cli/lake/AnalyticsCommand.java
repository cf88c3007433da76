package dev.encargo.cli.lake;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.analytics.Answer;
import dev.encargo.analytics.Answers;
import dev.encargo.analytics.Compaction;
import dev.encargo.analytics.Lake;
import dev.encargo.analytics.LakeFailed;
import dev.encargo.analytics.Questions;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Utf8;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.workflow.data.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Answers questions about all orders from the lake.
@Command(
        name = "analytics",
        mixinStandardHelpOptions = true,
        description = {
            "Answer questions about all orders from the lake, in SQL over its events: orders and revenue by day, how far orders come, why "
                    + "they are rejected, how long it takes until they are paid.",
            "A running host first lands what it still gathers, so that nothing is missing."
        },
        footer = {
            "",
            "Questions (their SQL is in analytics/sql):",
            "  orders-by-day   orders, what was captured and what was given back, by day (UTC)",
            "  funnel          how far orders came, and how many ended otherwise",
            "  rejections      why orders were rejected",
            "  time-to-paid    seconds from acceptance to PAID",
            "  events          how many events of each kind there are",
            "",
            "Example:  encargo analytics funnel --json"
        })
public final class AnalyticsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "QUESTION",
            defaultValue = "all",
            description = "One of those below (default: all).")
    private String question = "all";

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (!question.equals("all") && !Questions.NAMES.contains(question)) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("There is no question %s.", question),
                    say("There are: %s.", String.join(", ", Questions.NAMES) + ", all"),
                    say("Use:  %s", encargo("analytics " + Questions.NAMES.getFirst() + host.asGiven())));
        }
        Path data = host.kept();
        if (RunningHost.of(data).isPresent()) {
            host.control().ask("land", Json.object());
        }
        try {
            tell(Answers.of(lake(host.stack(), data.resolve("buckets")), question));
            return 0;
        } catch (LakeFailed failed) {
            throw new Refusal(
                    Refusal.FAILED,
                    say("The lake could not be asked."),
                    String.valueOf(failed.getMessage()),
                    say("What was made of it can be made again: delete tables/ in %s", data.resolve("buckets")));
        }
    }

    private void tell(Answers answers) {
        if (output.json()) {
            Utf8.lines(output.stream()).println(answers.json());
            return;
        }
        boolean said = false;
        for (Compaction.Skipped skipped : answers.compaction().skipped()) {
            output.line("  " + say("skipped %s: %s", skipped.object(), skipped.reason()));
            said = true;
        }
        for (Answer answer : answers.all()) {
            if (answers.all().size() > 1) {
                if (said) {
                    output.line("");
                }
                output.line("  " + answer.query());
            }
            new AnswerTable(answer).print(output);
            said = true;
        }
    }

    private static Lake lake(Stack stack, Path buckets) {
        return stack.streams().values().stream()
                .flatMap(stream -> stack.bucketByArn(stream.bucketArn()).stream()
                        .map(bucket -> Lake.in(buckets.resolve(bucket.name()), stream.prefix())))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.FAILED,
                        say("The template has no lake."),
                        say("No delivery stream of it lands in a bucket."),
                        say("See what it has:  %s", encargo("parity"))));
    }
}
