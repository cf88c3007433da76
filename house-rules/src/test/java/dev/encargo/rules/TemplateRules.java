package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.TargetResource;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the template must keep to. Each rule gives the sentences of its violations.
final class TemplateRules {

    private static final Duration CALLS_OF_A_PROVIDER = Duration.ofSeconds(3).multipliedBy(3);
    private static final Set<String> OPERATORS =
            Set.of("prefix", "suffix", "anything-but", "numeric", "exists", "equals-ignore-case", "wildcard", "cidr");

    private TemplateRules() {}

    static List<String> everyHandlerExists(Stack stack) {
        return stack.functions().values().stream()
                .filter(function -> !isHandler(function))
                .map(function -> function.id() + " names " + function.handlerClass() + "::" + function.handlerMethod()
                        + ", which is no RequestStreamHandler with a public no-argument constructor")
                .toList();
    }

    private static boolean isHandler(FunctionResource function) {
        try {
            Class<?> type = Class.forName(function.handlerClass(), false, TemplateRules.class.getClassLoader());
            return com.amazonaws.services.lambda.runtime.RequestStreamHandler.class.isAssignableFrom(type)
                    && Modifier.isPublic(type.getConstructor().getModifiers())
                    && Arrays.stream(type.getMethods())
                            .anyMatch(method -> method.getName().equals(function.handlerMethod()));
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return false;
        }
    }

    static List<String> everyFunctionIsTheClassOfItsName(Stack stack) {
        return stack.functions().values().stream()
                .filter(function -> !function.handlerClass().endsWith("." + function.id()))
                .map(function -> function.id() + " is the class " + function.handlerClass())
                .toList();
    }

    static List<String> everyFunctionMayRunLongerThanThreeCallsOfAProvider(Stack stack) {
        return stack.functions().values().stream()
                .filter(function -> function.timeout().compareTo(CALLS_OF_A_PROVIDER) <= 0)
                .map(function -> function.id() + " ends after " + function.timeout())
                .toList();
    }

    static List<String> noRuleTargetsAFunction(Stack stack) {
        return targets(
                stack,
                (rule, target) -> stack.functionByArn(target.arn()).isEmpty()
                        ? ""
                        : rule.id() + " invokes " + target.id() + " asynchronously: two failed retries lose the event");
    }

    static List<String> everyOperatorIsKnown(Stack stack) {
        List<String> found = new ArrayList<>();
        for (RuleResource rule : stack.rules().values()) {
            operators(Consumers.read(rule), operator -> {
                if (!OPERATORS.contains(operator)) {
                    found.add(rule.id() + " matches with " + operator + ", which EventBridge does not know");
                }
            });
        }
        return found;
    }

    private static void operators(JsonNode pattern, Consumer<String> each) {
        pattern.properties().forEach(field -> {
            if (field.getKey().equals("$or")) {
                field.getValue().forEach(part -> operators(part, each));
            } else if (field.getValue().isArray()) {
                field.getValue().forEach(value -> named(value, each));
            } else {
                operators(field.getValue(), each);
            }
        });
    }

    /// `anything-but`, `prefix` and `suffix` take operators in their turn.
    private static void named(JsonNode operator, Consumer<String> each) {
        operator.properties().forEach(name -> {
            each.accept(name.getKey());
            named(name.getValue(), each);
        });
    }

    /// A pattern on a field that no event of its type has never matches, silently.
    static List<String> everyMatchedFieldExists(Stack stack) {
        List<String> found = new ArrayList<>();
        for (RuleResource rule : stack.rulesOn("encargo")) {
            Consumers.alternatives(rule).forEach(pattern -> {
                List<JsonNode> heard = Schemas.events().stream()
                        .filter(event -> Consumers.hears(pattern, "detail-type", event.getSimpleName()))
                        .map(Schemas::schema)
                        .map(JsonNode.class::cast)
                        .toList();
                if (heard.isEmpty()) {
                    found.add(rule.id() + " waits for " + pattern.path("detail-type") + ", which no context publishes");
                }
                heard.forEach(schema -> missing(rule.id(), schema, pattern.path("detail"), "detail", found));
            });
        }
        return found;
    }

    private static void missing(String rule, JsonNode schema, JsonNode pattern, String at, List<String> found) {
        if (!pattern.isObject()) {
            return;
        }
        pattern.properties().forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (property.isMissingNode()) {
                found.add(rule + " matches " + at + "." + field.getKey() + ", which "
                        + schema.path("title").asText("it") + " does not have");
            } else {
                missing(rule, property, field.getValue(), at + "." + field.getKey(), found);
            }
        });
    }

    static List<String> oneReaderAQueue(Stack stack) {
        Map<String, Long> readers = stack.eventSources().stream()
                .collect(Collectors.groupingBy(EventSourceMapping::queueArn, Collectors.counting()));
        return readers.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " has " + entry.getValue() + " readers")
                .toList();
    }

    /// A queue that is filled and not read loses nothing but is never emptied: it keeps what others could not take.
    static List<String> everyQueueIsReadOrKeepsDeadLetters(Stack stack) {
        Set<String> used = new TreeSet<>(
                stack.eventSources().stream().map(EventSourceMapping::queueArn).toList());
        stack.deadLetterQueues().forEach(queue -> used.add(queue.arn()));
        return stack.queues().values().stream()
                .filter(queue -> !used.contains(queue.arn()))
                .map(queue -> queue.id() + " is read by nobody")
                .toList();
    }

    private interface TargetRule {
        String violation(RuleResource rule, TargetResource target);
    }

    private static List<String> targets(Stack stack, TargetRule check) {
        return stack.rules().values().stream()
                .flatMap(rule -> rule.targets().stream().map(target -> check.violation(rule, target)))
                .flatMap(sentence -> sentence.isEmpty() ? Stream.empty() : Stream.of(sentence))
                .toList();
    }
}
