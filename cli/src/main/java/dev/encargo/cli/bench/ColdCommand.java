package dev.encargo.cli.bench;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import java.io.IOException;
import java.nio.file.Path;
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
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1 || rounds > 100) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s cannot be measured.", "--rounds " + rounds),
                    say("Each function is started 1 to 100 times."),
                    say("Use:  %s", encargo("bench cold --rounds 5")));
        }
        List<JsonNode> rows = measured();
        if (output.json()) {
            output.line(object(rows));
        } else {
            table(rows).print(output);
        }
        return 0;
    }

    private List<JsonNode> measured() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("encargo.root", "."))
                .toAbsolutePath()
                .normalize();
        output.progress("  " + say("building the peer, assembling and training the image…"));
        Peer peer = new Peer(root);
        peer.build();
        return peer.measure(
                function,
                rounds,
                begun -> output.progress("  "
                        + say(
                                "round %d of %d",
                                begun.path("round").asInt(),
                                begun.path("rounds").asInt())));
    }

    private static Table table(List<JsonNode> rows) {
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
        for (JsonNode row : rows) {
            JsonNode with = row.path("cached");
            JsonNode without = row.path("plain");
            table.row(
                    row.path("function").asText(),
                    ms(cpu(with)),
                    ms(with.path("initMs").asLong()),
                    ms(with.path("firstMs").asLong()),
                    mb(with),
                    ms(cpu(without)),
                    ms(without.path("initMs").asLong()),
                    ms(without.path("firstMs").asLong()),
                    mb(without));
        }
        return table;
    }

    private static long cpu(JsonNode start) {
        return start.path("initMs").asLong() + start.path("firstMs").asLong();
    }

    private static String ms(long millis) {
        return say("%d ms", millis);
    }

    private static String mb(JsonNode start) {
        return say("%d MB", start.path("residentKib").asLong() / 1024);
    }

    private static String object(List<JsonNode> rows) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode cached = result.putObject("coldCpuMs");
        ObjectNode plain = result.putObject("coldCpuMsWithoutCache");
        for (JsonNode row : rows) {
            cached.put(row.path("function").asText(), cpu(row.path("cached")));
            plain.put(row.path("function").asText(), cpu(row.path("plain")));
        }
        double peer = cached.path(Peer.NAME).asDouble();
        double ours = cached.path("PlaceOrderFunction").asDouble();
        if (ours > 0) {
            result.put("ratioToSpringBoot", Math.round(10 * peer / ours) / 10.0);
        }
        return result.toString();
    }
}
