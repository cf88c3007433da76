package dev.encargo.cli.bench;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.deployment.image.ColdStart;
import dev.encargo.deployment.image.ColdStarts;
import dev.encargo.deployment.image.ImageFolder;
import dev.encargo.local.function.CallFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures what the first answer of a function costs on AWS' side, with the image's AOT cache and without, beside a
/// peer with the same job.
@Command(
        name = "cold",
        mixinStandardHelpOptions = true,
        description = {
            "Measure what a function's first answer costs, with the image's cache and without.",
            "Assembles and trains the image, starts each function by AWS' runtime client on moto behind TLS, several times in turn, and beside them a Spring Boot function with the job of PlaceOrder. Processor time until the first answer, medians."
        })
public final class ColdCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Option(names = "--function", defaultValue = "", description = "Only functions whose name contains this.")
    private String function = "";

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "How often each is started (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws IOException, InterruptedException, CallFailed {
        if (rounds < 1 || rounds > 100) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s cannot be measured.", "--rounds " + rounds),
                    say("Each function is started 1 to 100 times."),
                    say("Use:  %s", "encargo bench cold --rounds 5"));
        }
        List<ColdStarts.Row> rows = measured();
        if (output.json()) {
            output.line(object(rows));
        } else {
            table(rows).print(output);
        }
        return 0;
    }

    private List<ColdStarts.Row> measured() throws IOException, InterruptedException, CallFailed {
        Path root = Path.of(System.getProperty("encargo.root", "."))
                .toAbsolutePath()
                .normalize();
        Path work = Files.createTempDirectory("encargo-cold-");
        Path javaHome = Path.of(System.getProperty("java.home"));
        try {
            output.progress("  " + say("building the peer, assembling and training the image…"));
            new PeerBuild(root).build();
            ImageFolder image = ImageFolder.assemble(root, "image", work.resolve("image"), javaHome);
            ImageFolder peer = ImageFolder.assemble(root, PeerBuild.MODULE, work.resolve("peer"), javaHome);
            return new ColdStarts(root, work.resolve("work"))
                    .measure(
                            image,
                            peer,
                            function,
                            rounds,
                            (round, all) -> output.progress("  " + say("round %d of %d", round, all)));
        } finally {
            PeerBuild.delete(work);
        }
    }

    private static Table table(List<ColdStarts.Row> rows) {
        Table table = new Table(
                say("FUNCTION"),
                say("WITH CACHE>"),
                say("INIT>"),
                say("FIRST CALL>"),
                say("RESIDENT>"),
                say("WITHOUT>"),
                say("INIT>"),
                say("FIRST CALL>"),
                say("RESIDENT>"));
        for (ColdStarts.Row row : rows) {
            ColdStart with = row.cached();
            ColdStart without = row.plain();
            table.row(
                    row.function(),
                    ms(with.cpu()),
                    ms(with.init()),
                    ms(with.first()),
                    mb(with),
                    ms(without.cpu()),
                    ms(without.init()),
                    ms(without.first()),
                    mb(without));
        }
        return table;
    }

    private static String ms(Duration cpu) {
        return say("%d ms", cpu.toMillis());
    }

    private static String mb(ColdStart start) {
        return say("%d MB", start.residentKib() / 1024);
    }

    private static String object(List<ColdStarts.Row> rows) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode cached = result.putObject("coldCpuMs");
        ObjectNode plain = result.putObject("coldCpuMsWithoutCache");
        for (ColdStarts.Row row : rows) {
            cached.put(row.function(), row.cached().cpu().toMillis());
            plain.put(row.function(), row.plain().cpu().toMillis());
        }
        double peer = cached.path(ColdStarts.PEER).asDouble();
        double ours = cached.path("PlaceOrderFunction").asDouble();
        if (ours > 0) {
            result.put("ratioToSpringBoot", Math.round(10 * peer / ours) / 10.0);
        }
        return result.toString();
    }
}
