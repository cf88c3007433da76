package dev.encargo.aws.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/// Hears every command that a client sends, for what DocumentDB would not take: other commands and operators, and
/// the numbers of writes that may be retried.
final class Spoken implements CommandListener {
    private static final Set<String> COMMANDS =
            Set.of("find", "getMore", "insert", "update", "createIndexes", "killCursors", "endSessions");
    private static final Set<String> OPERATORS =
            Set.of("$and", "$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$set", "$unset");
    private static final String RETRIED = "txnNumber";

    private final SortedSet<String> strange = new ConcurrentSkipListSet<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        hear(event.getCommandName(), event.getCommand());
    }

    void hear(String name, BsonDocument command) {
        if (!COMMANDS.contains(name)) {
            strange.add(name);
        }
        if (command.containsKey(RETRIED)) {
            strange.add(RETRIED);
        }
        command.values().forEach(this::hear);
    }

    private void hear(BsonValue value) {
        if (value.isArray()) {
            value.asArray().forEach(this::hear);
        } else if (value.isDocument()) {
            value.asDocument().forEach((field, part) -> {
                if (field.startsWith("$") && !OPERATORS.contains(field)) {
                    strange.add(field);
                }
                hear(part);
            });
        }
    }

    List<String> notUnderstoodByDocumentDb() {
        return List.copyOf(strange);
    }
}
