package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// How the tests hold a rule to what every stage deploys, and see it fail on production with a small change.
final class Deployed {

    private Deployed() {}

    static Translation prod() {
        return Translation.of("prod");
    }

    static Translation changed(String id, Consumer<ObjectNode> damage) {
        return prod().with(id, damage);
    }

    static Consumer<ObjectNode> at(String path, Consumer<ObjectNode> damage) {
        return resource -> damage.accept((ObjectNode) resource.at(path));
    }

    static void holds(Function<Translation, List<String>> rule) {
        assertThat(Translation.violations(rule)).isEmpty();
    }

    static void fails(Function<Translation, List<String>> rule, Translation damaged, String why) {
        assertThat(rule.apply(damaged)).anyMatch(violation -> violation.contains(why));
    }
}
