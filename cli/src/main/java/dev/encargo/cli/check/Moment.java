package dev.encargo.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.workflow.data.Json;
import java.time.Duration;
import java.time.Instant;

/// When a host is looked at, in its business time: `now`, and since when it has had the chance to work. While a
/// host is stopped its time stands still at the last thing that it did.
record Moment(Instant now, Instant since) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// The moment of a running host, after it has become quiet; while it does not, it is waited for up to half a
    /// minute.
    static Moment whenQuiet(ControlClient control, RunningHost host) {
        control.ask("quiet", Json.object().put("within", PATIENCE.toString()));
        JsonNode status = control.ask("status", Json.object());
        Duration ahead = Duration.parse(status.path("ahead").asText());
        return new Moment(
                Instant.parse(status.path("now").asText()), host.since().plus(ahead));
    }

    static Moment last(ReadOnly host) {
        long last = host.count("""
                SELECT max(
                  coalesce((SELECT max(written) FROM documents), 0),
                  coalesce((SELECT max(time) FROM events), 0),
                  coalesce((SELECT max(at) FROM history), 0),
                  coalesce((SELECT max(time) FROM mails), 0))""");
        return new Moment(Instant.ofEpochMilli(last), Instant.EPOCH);
    }

    /// Whether what was due `within` a span of `from` is late.
    boolean late(Instant from, Duration within) {
        Instant begun = from.isBefore(since) ? since : from;
        return begun.plus(within).isBefore(now);
    }
}
