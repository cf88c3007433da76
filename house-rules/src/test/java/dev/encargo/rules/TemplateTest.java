package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.local.template.model.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    private static final String TEMPLATE = "template.yaml";
    private static final Duration PROVIDER_CALL = Duration.ofSeconds(3);

    @TempDir
    Path scratch;

    @Test
    void every_handler_named_in_the_template_exists() {
        holds(TemplateRules::everyHandlerExists);
        fails(TemplateRules::everyHandlerExists, "function.TakePaymentFunction", "function.TakePaimentFunction");
    }

    @Test
    void no_rule_targets_a_function() {
        holds(TemplateRules::noRuleTargetsAFunction);
    }

    @Test
    void a_rule_has_at_most_five_targets() {
        holds(TemplateRules::atMostFiveTargetsARule);
    }

    @Test
    void every_target_has_dead_letters() {
        holds(TemplateRules::everyTargetHasDeadLetters);
        fails(
                TemplateRules::everyTargetHasDeadLetters,
                "          DeadLetterConfig:\n            Arn: !GetAtt UndeliveredEvents.Arn\n",
                "");
    }

    @Test
    void a_target_that_needs_a_role_has_one() {
        holds(TemplateRules::aRoleWhereTheTargetNeedsOne);
        refused("          RoleArn: !GetAtt CreatedOrdersAreFulfilledRole.Arn\n", "", "role");
    }

    @Test
    void every_operator_of_a_pattern_is_one_of_event_bridge() {
        holds(TemplateRules::everyOperatorIsKnown);
    }

    @Test
    void every_field_that_a_pattern_matches_is_one_of_the_event() {
        holds(TemplateRules::everyMatchedFieldExists);
        fails(TemplateRules::everyMatchedFieldExists, "late: [true]", "later: [true]");
        fails(TemplateRules::everyMatchedFieldExists, "detail-type: [OrderCreated]", "detail-type: [OrderCraeted]");
    }

    @Test
    void every_queue_that_is_read_is_redriven_and_hides_a_message_for_six_times_the_functions_timeout() {
        holds(TemplateRules::everyReadQueueIsRedrivenAndHidesLongEnough);
        fails(
                TemplateRules::everyReadQueueIsRedrivenAndHidesLongEnough,
                "VisibilityTimeout: 60",
                "VisibilityTimeout: 59");
    }

    @Test
    void a_queue_has_one_reader() {
        holds(TemplateRules::oneReaderAQueue);
    }

    @Test
    void every_queue_is_read_or_keeps_dead_letters() {
        holds(TemplateRules::everyQueueIsReadOrKeepsDeadLetters);
    }

    @Test
    void a_function_may_run_longer_than_three_calls_of_a_provider() {
        assertThat(Infrastructure.STACK.functions().values())
                .filteredOn(function -> !function.eventSources().isEmpty())
                .allSatisfy(function ->
                        assertThat(function.timeout()).as(function.id()).isGreaterThan(PROVIDER_CALL.multipliedBy(3)));
    }

    private static void holds(Function<Stack, List<String>> rule) {
        assertThat(rule.apply(Infrastructure.STACK)).isEmpty();
    }

    private void fails(Function<Stack, List<String>> rule, String was, String is) {
        Path copy = scratch.resolve(Integer.toHexString(is.hashCode()));
        assertThat(rule.apply(Infrastructure.changed(copy, TEMPLATE, was, is))).isNotEmpty();
    }

    private void refused(String was, String is, String why) {
        assertThatThrownBy(() -> Infrastructure.changed(scratch.resolve("copy"), TEMPLATE, was, is))
                .hasMessageContaining(why);
    }
}
