package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    private static final String TEMPLATE = "template.yaml";
    private static final Stack STACK = Infrastructure.STACK;

    @TempDir
    Path scratch;

    @Test
    void every_handler_named_in_the_template_exists() {
        holds(TemplateRules::everyHandlerExists);
        fails(
                TemplateRules::everyHandlerExists,
                changed("function.TakePaymentFunction", "function.TakePaimentFunction"),
                "TakePaimentFunction");
    }

    @Test
    void a_function_is_the_class_of_its_name() {
        holds(TemplateRules::everyFunctionIsTheClassOfItsName);
        fails(
                TemplateRules::everyFunctionIsTheClassOfItsName,
                changed("function.TakePaymentFunction", "function.SettlePaymentFunction"),
                "TakePaymentFunction is the class dev.encargo.payments.function.SettlePaymentFunction");
    }

    @Test
    void a_function_may_run_longer_than_three_calls_of_a_provider() {
        holds(TemplateRules::everyFunctionMayRunLongerThanThreeCallsOfAProvider);
        Stack damaged = Damage.ofFunction(
                "TakePaymentFunction", function -> Damage.with(function, "timeout", Duration.ofSeconds(9)));
        fails(TemplateRules::everyFunctionMayRunLongerThanThreeCallsOfAProvider, damaged, "TakePaymentFunction");
    }

    @Test
    void no_rule_targets_a_function() {
        holds(TemplateRules::noRuleTargetsAFunction);
        String function = STACK.functions().get("UpdateOrderStatusFunction").arn();
        Stack damaged =
                Damage.ofTarget("OrdersLearnWhatHappened", target -> Damage.with(target, "arn", function + ":live"));
        fails(TemplateRules::noRuleTargetsAFunction, damaged, "OrdersLearnWhatHappened invokes OrderFacts");
    }

    @Test
    void every_operator_of_a_pattern_is_one_of_event_bridge() {
        holds(TemplateRules::everyOperatorIsKnown);
        for (String pattern : List.of(
                "{'source': [{'begins-with': 'encargo.'}]}",
                "{'detail': {'subject': ['ord_1', {'begins-with': 'ord_'}]}}",
                "{'source': [{'anything-but': {'begins-with': 'encargo.'}}]}",
                "{'$or': [{'source': ['encargo.orders']}, {'source': [{'begins-with': 'aws.'}]}]}")) {
            Stack damaged = Damage.ofRule(
                    "EverythingIsAnalysed",
                    rule -> Damage.with(rule, "patternJson", Optional.of(pattern.replace('\'', '"'))));
            fails(TemplateRules::everyOperatorIsKnown, damaged, "EverythingIsAnalysed matches with begins-with");
        }
    }

    @Test
    void every_field_that_a_pattern_matches_is_one_of_the_event() {
        holds(TemplateRules::everyMatchedFieldExists);
        fails(
                TemplateRules::everyMatchedFieldExists,
                changed("late: [true]", "later: [true]"),
                "CustomersHear matches detail.data.later");
        fails(
                TemplateRules::everyMatchedFieldExists,
                changed("detail-type: [OrderCreated]", "detail-type: [OrderCraeted]"),
                "which no context publishes");
    }

    @Test
    void a_queue_has_one_reader() {
        holds(TemplateRules::oneReaderAQueue);
        EventSourceMapping taken =
                STACK.functions().get("TakePaymentFunction").eventSources().getFirst();
        Stack damaged = Damage.ofFunction(
                "ReserveStockFunction", function -> Damage.with(function, "eventSources", List.of(taken)));
        fails(TemplateRules::oneReaderAQueue, damaged, taken.queueArn() + " has 2 readers");
    }

    @Test
    void every_queue_is_read_or_keeps_dead_letters() {
        holds(TemplateRules::everyQueueIsReadOrKeepsDeadLetters);
        Stack damaged =
                Damage.ofFunction("TakePaymentFunction", function -> Damage.with(function, "eventSources", List.of()));
        fails(TemplateRules::everyQueueIsReadOrKeepsDeadLetters, damaged, "PaymentRequests is read by nobody");
    }

    private static void holds(Function<Stack, List<String>> rule) {
        assertThat(rule.apply(STACK)).isEmpty();
    }

    private static void fails(Function<Stack, List<String>> rule, Stack damaged, String why) {
        assertThat(rule.apply(damaged)).anyMatch(violation -> violation.contains(why));
    }

    private Stack changed(String was, String is) {
        return Infrastructure.changed(scratch, TEMPLATE, was, is);
    }
}
