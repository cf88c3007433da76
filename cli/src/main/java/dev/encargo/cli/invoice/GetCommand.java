package dev.encargo.cli.invoice;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.order.OrderApi;
import dev.encargo.cli.order.OrderReference;
import dev.encargo.cli.order.PriceTag;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.words.Words;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Fetches an order's invoice or credit note.
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Write an order's invoice, or its credit note, to a PDF file.")
public final class GetCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Mixin
    private OrderReference reference = new OrderReference();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "",
            description = "A file or folder; - is standard output (default: a file here, named for the number).")
    private String target = "";

    @Option(names = "--force", description = "Write over a file that holds something else.")
    private boolean force;

    @Option(names = "--credit-note", description = "The credit note instead.")
    private boolean creditNote;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (target.equals(STANDARD_OUTPUT) && output.json()) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("Standard output cannot take both the PDF and JSON."),
                    say("-o - writes the PDF there, --json an object."),
                    say("Leave one of them out."));
        }
        String id = reference.id(host);
        OrderApi orders = new OrderApi(host);
        JsonNode order = orders.order(id);
        Document document = Document.behind(orders.document(id, creditNote));
        if (target.equals(STANDARD_OUTPUT)) {
            output.stream().write(document.pdf(), 0, document.pdf().length);
            output.stream().flush();
            output.progress(said(document, order, say("standard output")));
            return 0;
        }
        Path file = Destination.of(target, document);
        String command = encargo("invoice get " + id + (creditNote ? " --credit-note" : "") + host.asGiven());
        if (!force) {
            Destination.mustBeFree(file, document.pdf(), command);
        }
        Destination.write(file, document.pdf(), command);
        tell(document, order, file);
        return 0;
    }

    private void tell(Document document, JsonNode order, Path file) {
        if (output.json()) {
            output.object(JsonNodeFactory.instance
                    .objectNode()
                    .put("orderId", order.path("id").asText())
                    .put("kind", creditNote ? "credit-note" : "invoice")
                    .put("number", document.number())
                    .put("gross", gross(order))
                    .put("currency", order.path("currency").asText())
                    .put("bytes", document.pdf().length)
                    .put("file", file.toString()));
        } else {
            output.line(said(document, order, file.toString()));
        }
    }

    private String said(Document document, JsonNode order, String where) {
        return "  %s %s %s   %s   %s → %s"
                .formatted(
                        output.done(),
                        say(creditNote ? "credit note" : "invoice"),
                        document.number(),
                        PriceTag.of(gross(order), order.path("currency").asText()),
                        size(document.pdf().length),
                        where);
    }

    private static BigDecimal gross(JsonNode order) {
        return order.at("/totals/gross").decimalValue();
    }

    private static String size(int bytes) {
        return bytes < 1000 ? bytes + " B" : String.format(Words.language().locale(), "%.1f kB", bytes / 1000.0);
    }
}
