package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.WrongValue;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Places an order.
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Place an order: the sample, one from a file, or one line of your own.",
        footer = {
            "",
            "  encargo order create --sample --watch",
            "  encargo order create --sku SKU-NONE --qty 1 --watch",
            "  encargo order create --sample --payment-method pm_declined --watch",
            "  encargo order create --file order.json --idempotency-key checkout-1"
        })
public final class CreateCommand implements Callable<Integer> {
    private static final int DIGITS = 15;

    /// One line of goods.
    static final class Line {
        @Option(names = "--sku", required = true, description = "What is ordered.")
        private String sku = "";

        @Option(
                names = "--qty",
                paramLabel = "N",
                defaultValue = "1",
                description = "How many (default: ${DEFAULT-VALUE}).")
        private int quantity = 1;

        @Option(
                names = "--price",
                paramLabel = "P",
                defaultValue = "21.90",
                description = "Of one, net (default: ${DEFAULT-VALUE}).")
        private BigDecimal price = Draft.PRICE;
    }

    /// Where the order comes from.
    static final class Source {
        @Option(names = "--sample", required = true, description = "Two T-shirts, TEE-BLK-M, at 21.90 net.")
        @SuppressWarnings("UnusedVariable") // that it was said is what counts
        private boolean sample;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                required = true,
                description =
                        "An order in JSON, as POST /orders takes it; - is standard input. The options below replace "
                                + "what it says.")
        private @Nullable String file;

        @ArgGroup(exclusive = false)
        private @Nullable Line line;
    }

    @ArgGroup(multiplicity = "0..1")
    private @Nullable Source source;

    @Option(names = "--customer", paramLabel = "C", description = "Whose order it is (default: c-1).")
    private @Nullable String customer;

    @Option(names = "--email", paramLabel = "E", description = "Where mails go; none are sent without one.")
    private @Nullable String email;

    @Option(names = "--name", description = "The customer's name, on the invoice.")
    private @Nullable String name;

    @Option(
            names = "--payment-method",
            paramLabel = "M",
            description = "pm_ok (default), pm_declined, pm_slow, pm_timeout, pm_late, pm_error_then_paid, "
                    + "pm_duplicate_webhook or pm_wrong_amount.")
    private @Nullable String paymentMethod;

    @Option(names = "--locale", paramLabel = "L", description = "Of mails and invoice: en or es.")
    private @Nullable String locale;

    @Option(names = "--currency", paramLabel = "C", description = "ISO 4217 (default: EUR).")
    private @Nullable String currency;

    @Option(
            names = "--idempotency-key",
            paramLabel = "K",
            description = "The same key and order again is answered with the same order.")
    private @Nullable String idempotencyKey;

    @Option(
            names = "--watch",
            description = "Print each step as it happens, until it is paid (exit code 0), or rejected or canceled (1).")
    private boolean watch;

    @Mixin
    private Patience patience = new Patience();

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Draft draft = draft().with("customerId", customer)
                .with("email", email)
                .with("name", name)
                .with("paymentMethod", paymentMethod)
                .with("locale", locale)
                .with("currency", currency);
        Duration longest = patience.duration();
        OrderApi orders = new OrderApi(host);
        Placed placed = orders.place(
                draft.body(), idempotencyKey == null ? Map.of() : Map.of("Idempotency-Key", visible(idempotencyKey)));
        if (watch) {
            return follow(orders, placed, longest);
        }
        if (output.json()) {
            output.object(placed.order());
        } else {
            output.line(Headline.of(placed.order()));
            output.progress("    "
                    + say(
                            placed.replayed()
                                    ? "It was placed before: the same request was answered again. Follow it:  %s"
                                    : "Follow it:  %s",
                            encargo("order watch " + placed.id() + host.asGiven())));
        }
        return 0;
    }

    private Draft draft() {
        if (source == null) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("What is ordered?"),
                    say("An order needs goods: the sample's, a file's, or a line of your own."),
                    say(
                            "Use:  %s      or      %s      or      %s",
                            encargo("order create --sample" + host.asGiven()),
                            encargo("order create --file FILE" + host.asGiven()),
                            encargo("order create --sku SKU --qty N" + host.asGiven())));
        }
        if (source.file != null) {
            return Draft.file(source.file, host.asGiven());
        }
        Line line = source.line;
        return line == null ? Draft.sample() : Draft.of(line.sku, line.quantity, written(line.price));
    }

    /// The price as it is, where a request can carry it.
    private static BigDecimal written(BigDecimal price) {
        if (price.precision() - price.scale() > DIGITS || price.scale() > DIGITS) {
            throw WrongValue.of(
                    "--price",
                    price,
                    say("A price has %d digits at most before its point and as many after it.", DIGITS),
                    Draft.PRICE.toString());
        }
        return price;
    }

    private String visible(String key) {
        if (key.isEmpty() || key.length() > 255 || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("That is no idempotency key."),
                    say("A key is 1 to 255 visible ASCII characters."),
                    say("Use:  %s", encargo("order create --sample --idempotency-key checkout-1" + host.asGiven())));
        }
        return key;
    }

    private int follow(OrderApi orders, Placed placed, Duration longest) {
        if (!output.json()) {
            output.line(Headline.of(placed.order()));
        }
        Story story = new Story(output);
        story.received(placed);
        Seen seen = new Watch(orders, longest).follow(placed.id(), Goal.PAID, story::tell);
        return new Ending(output, host.asGiven()).tell(seen, orders.page(placed.id()), longest);
    }
}
