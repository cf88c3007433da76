package dev.encargo.cli.events;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.PartOfId;
import dev.encargo.local.store.ReadOnly;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/// The event that a command means: its publisher's id or the bus's own, or a part of one that no other event has.
final class ChosenEvent {
    private static final String OF_PUBLISHER = "id";
    private static final String OF_BUS = "json_extract(body, '$.id')";

    @Parameters(
            paramLabel = "EVENT",
            description = "The event's id, or enough of its beginning or end to tell it from others.")
    private String given = "";

    /// @throws Refusal where no event, or more than one, is meant
    StoredEvent in(ReadOnly rows, HostChoice host) {
        return StoredEvent.with(rows, OF_PUBLISHER, given)
                .or(() -> StoredEvent.with(rows, OF_BUS, given))
                .or(() -> byPart(rows, OF_PUBLISHER, part("evt_", host)))
                .or(() -> byPart(rows, OF_BUS, part("", host)))
                .orElseThrow(() -> new Refusal(
                        Refusal.FAILED,
                        say("There is no event %s.", given),
                        say("The log of this host does not hold it."),
                        say("See the latest:  %s", encargo("events tail --once" + host.asGiven()))));
    }

    private PartOfId part(String prefix, HostChoice host) {
        return PartOfId.of(prefix, given)
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        say("“%s” names no event.", given),
                        say(
                                "An id is evt_ and 26 letters and digits; at least %d of them are needed.",
                                PartOfId.SHORTEST),
                        say("See the latest:  %s", encargo("events tail --once" + host.asGiven()))));
    }

    private Optional<StoredEvent> byPart(ReadOnly rows, String id, PartOfId part) {
        List<String> ids = rows.list(
                "SELECT DISTINCT " + id + " FROM events WHERE " + PartOfId.condition(id) + " LIMIT " + PartOfId.ENOUGH,
                row -> row.getString(1),
                part.globs().toArray());
        if (ids.size() > 1) {
            throw PartOfId.manifold(say("“%s” is more than one event.", given), ids);
        }
        return ids.stream().findFirst().flatMap(only -> StoredEvent.with(rows, id, only));
    }
}
