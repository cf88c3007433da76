package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.platform.Ids;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Parameters;

/// The order that a command is about: its id, or the beginning or end of it where no other order has the same.
public final class OrderReference {
    private static final Pattern ABBREVIATED = Pattern.compile("(?:ORD_)?([0-9A-Z]*)(?:(?:…|\\.\\.\\.?)([0-9A-Z]*))?");
    private static final int SHORTEST = 3;

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
        Matcher parts = ABBREVIATED.matcher(given.toUpperCase(Locale.ROOT));
        if (!parts.matches() || length(parts) < SHORTEST) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("“%s” names no order.", given),
                    say("An id is ord_ and 26 letters and digits; at least %d of them are needed.", SHORTEST),
                    say("Use:  %s", "encargo order list" + host.asGiven()));
        }
        if (running) {
            host.running();
        }
        return only(candidates(host, parts), host);
    }

    private static int length(Matcher parts) {
        return parts.group(1).length()
                + (parts.group(2) == null ? 0 : parts.group(2).length());
    }

    private static List<String> candidates(HostChoice host, Matcher parts) {
        String start = "ord_" + parts.group(1) + "*";
        String query = "SELECT id FROM documents WHERE collection = 'orders' AND (id GLOB ? OR id GLOB ?) LIMIT 6";
        try (ReadOnly stored = host.stored()) {
            return parts.group(2) == null
                    ? stored.list(query, row -> row.getString(1), start, "ord_*" + parts.group(1))
                    : stored.list(query, row -> row.getString(1), start + parts.group(2), start + parts.group(2));
        }
    }

    private String only(List<String> candidates, HostChoice host) {
        if (candidates.isEmpty()) {
            throw OrderApi.unknown(given, host.asGiven());
        }
        if (candidates.size() > 1) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("“%s” is more than one order.", given),
                    String.join("  ", candidates.subList(0, Math.min(5, candidates.size())))
                            + (candidates.size() > 5 ? "  …" : ""),
                    say("Give more of the id."));
        }
        return candidates.getFirst();
    }

    /// An order that is not in the state for what was asked; `next` is the command that is.
    static Refusal refused(String what, String why, String next) {
        return new Refusal(Refusal.FAILED, what, why, say("Use:  %s", "encargo order " + next));
    }
}
