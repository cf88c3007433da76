package dev.encargo.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Generated patterns and events: the matcher matches exactly when nothing is found to be wrong.
class WhyAgreesTest {

    private static final String[] NAMES = {"a", "b", "c", "d"};
    private static final String[] VALUES = {
        "1",
        "1.0",
        "2",
        "-0.5",
        "1e2",
        "\"1\"",
        "\"\"",
        "\"x\"",
        "\"X\"",
        "\"xy\"",
        "\"yx\"",
        "\"é\"",
        "\"x*y\"",
        "true",
        "false",
        "null",
        "\"10.0.0.1\"",
        "\"10.9.0.1\"",
        "\"::1\"",
        "123456789012345678",
        "\"x\\\"y\"",
        "\"\\u00c9\""
    };
    private static final String[] OPERATORS = {
        "{\"prefix\":\"x\"}",
        "{\"prefix\":{\"equals-ignore-case\":\"É\"}}",
        "{\"suffix\":\"y\"}",
        "{\"suffix\":{\"equals-ignore-case\":\"X\"}}",
        "{\"equals-ignore-case\":\"x\"}",
        "{\"wildcard\":\"x*y\"}",
        "{\"wildcard\":\"*\"}",
        "{\"wildcard\":\"x\\\\*y\"}",
        "{\"numeric\":[\">\",0]}",
        "{\"numeric\":[\">=\",1,\"<\",2]}",
        "{\"numeric\":[\"=\",100]}",
        "{\"numeric\":[\"<=\",-0.5]}",
        "{\"exists\":true}",
        "{\"exists\":false}",
        "{\"exists\":false}",
        "{\"cidr\":\"10.0.0.0/16\"}",
        "{\"anything-but\":\"x\"}",
        "{\"anything-but\":[1,2]}",
        "{\"anything-but\":[\"x\",\"xy\"]}",
        "{\"anything-but\":{\"prefix\":\"x\"}}",
        "{\"anything-but\":{\"suffix\":[\"x\",\"y\"]}}",
        "{\"anything-but\":{\"equals-ignore-case\":[\"X\",\"é\"]}}",
        "{\"anything-but\":{\"wildcard\":\"x*\"}}"
    };

    private final Random random = new Random(20260102);
    private int matched;

    @Test
    void on_some_thousand_pairs() {
        compare(1500);
        assertThat(matched).isGreaterThan(300);
    }

    @Test
    @Tag("slow")
    void on_many_more() {
        compare(15_000);
    }

    private void compare(int patterns) {
        for (int round = 0; round < patterns; round++) {
            String pattern = object(2, true);
            EventPattern compiled = EventPattern.of(pattern);
            RuleSet set = RuleSet.of(Map.of("it", pattern));
            for (int again = 0; again < 6; again++) {
                String event = event(3);
                boolean matches = compiled.matches(event);
                matched += matches ? 1 : 0;
                assertThat(Why.not(compiled, event).isEmpty())
                        .as("%s of %s", pattern, event)
                        .isEqualTo(matches);
                assertThat(set.matches(event)).hasSize(matches ? 1 : 0);
            }
        }
    }

    private String object(int depth, boolean choices) {
        List<String> fields = new ArrayList<>();
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            fields.add("\"%s\":%s"
                    .formatted(
                            pick(NAMES), depth > 0 && random.nextInt(3) == 0 ? object(depth - 1, choices) : wanted()));
        }
        if (choices && depth > 0 && random.nextInt(4) == 0) {
            fields.add(
                    random.nextInt(fields.size() + 1),
                    "\"$or\":[%s,%s]".formatted(object(depth - 1, true), object(depth - 1, true)));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String wanted() {
        return random.ints(random.nextInt(1, 3), 0, 2)
                .mapToObj(kind -> kind == 0 ? pick(VALUES) : pick(OPERATORS))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String event(int depth) {
        List<String> fields = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                fields.add("\"%s\":%s".formatted(name, value(depth)));
            }
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String value(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(6);
        return switch (kind) {
            case 4 -> event(depth - 1);
            case 5 ->
                random.ints(random.nextInt(0, 4), 0, 3)
                        .mapToObj(each -> each == 0 ? pick(VALUES) : each == 1 ? event(depth - 1) : value(depth - 1))
                        .collect(Collectors.joining(",", "[", "]"));
            default -> pick(VALUES);
        };
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
