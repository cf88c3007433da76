package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.local.schema.EventSchemas;
import dev.encargo.local.schema.Misfit;
import java.util.List;

/// I12: every event of the application is as its schema says. One that is not was delivered all the same.
final class EventsFitSchemas implements Invariant {

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        EventSchemas schemas = evidence.stack().eventSchemas();
        evidence.host()
                .list(
                        "SELECT id, type, body FROM events GROUP BY id ORDER BY seq",
                        row -> new Published(
                                row.getString(1), row.getString(2), schemas.misfits(Evidence.json(row.getString(3)))))
                .forEach(event -> event.misfits.forEach(
                        misfit -> report.violated(event.id, found(event.type, misfit), say("what its schema says"))));
    }

    private record Published(String id, String type, List<Misfit> misfits) {}

    private static String found(String type, Misfit misfit) {
        return misfit.isMissing()
                ? say("%s without %s", type, misfit.field())
                : say("%s with another %s, by its %s", type, misfit.field(), misfit.keyword());
    }
}
