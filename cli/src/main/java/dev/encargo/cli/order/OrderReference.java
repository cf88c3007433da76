package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.PartOfId;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.platform.Ids;
import java.util.List;
import picocli.CommandLine.Parameters;

/// The order that a command is about: its id, or the beginning or end of it where no other order has the same.
public final class OrderReference {

    @Parameters(
            index = "0",
            paramLabel = "ORDER",
            description = "The order's id, or enough of its beginning or end to tell it from others: ord_…UY9, UY9.")
    private String given = "";

    public OrderReference() {}

    /// What an option `--order` was given.
    public OrderReference(String given) {
        this.given = given;
    }

    /// The order, of a host that runs or has stopped.
    ///
    /// @throws Refusal where no order, or more than one, is meant
    public String stored(HostChoice host) {
        return id(host, false);
    }

    /// @throws Refusal where no order, or more than one, is meant
    public String id(HostChoice host) {
        return id(host, true);
    }

    private String id(HostChoice host, boolean running) {
        if (Ids.isOne("ord", given)) {
            return given;
        }
        PartOfId part = PartOfId.of("ord_", given)
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        say("“%s” names no order.", given),
                        say(
                                "An id is ord_ and 26 letters and digits; at least %d of them are needed.",
                                PartOfId.SHORTEST),
                        say("Use:  %s", encargo("order list" + host.asGiven()))));
        if (running) {
            host.running();
        }
        List<String> candidates = candidates(host, part);
        if (candidates.size() > 1) {
            throw PartOfId.manifold(say("“%s” is more than one order.", given), candidates);
        }
        return candidates.stream().findFirst().orElseThrow(() -> OrderApi.unknown(given, host.asGiven()));
    }

    private static List<String> candidates(HostChoice host, PartOfId part) {
        try (ReadOnly stored = host.stored()) {
            return stored.list(
                    "SELECT id FROM documents WHERE collection = 'orders' AND " + PartOfId.condition("id") + " LIMIT "
                            + PartOfId.ENOUGH,
                    row -> row.getString(1),
                    part.globs().toArray());
        }
    }

    /// An order that is not in the state for what was asked; `next` is the command that is.
    static Refusal refused(String what, String why, String next) {
        return new Refusal(Refusal.FAILED, what, why, say("Use:  %s", encargo("order " + next)));
    }
}
