package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.Resource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two resources of one kind may not bear one name.
final class NameChecks {

    private NameChecks() {}

    static void check(Stack stack, Refusals refusals) {
        List<Collection<? extends Resource>> kinds = List.of(
                stack.functions().values(),
                stack.queues().values(),
                stack.buses().values(),
                stack.rules().values(),
                stack.stateMachines().values(),
                stack.topics().values(),
                stack.buckets().values(),
                stack.streams().values(),
                stack.allSchedules(),
                stack.parameters().values(),
                stack.secrets().values(),
                stack.tables().values(),
                stack.roles().values());
        kinds.forEach(kind -> distinct(kind, refusals));
    }

    private static void distinct(Collection<? extends Resource> kind, Refusals refusals) {
        Map<String, Resource> seen = new HashMap<>();
        for (Resource resource : kind) {
            Resource other = seen.putIfAbsent(resource.name(), resource);
            if (other != null) {
                refusals.add(
                        resource.at(),
                        english("%s has the name of %s, %s", resource.id(), other.id(), resource.name()),
                        english("The other is declared at %s", other.at()),
                        english("Give one of them another name"));
            }
        }
    }
}
