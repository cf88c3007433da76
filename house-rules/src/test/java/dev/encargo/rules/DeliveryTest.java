package dev.encargo.rules;

import static dev.encargo.rules.Deployed.at;
import static dev.encargo.rules.Deployed.changed;
import static dev.encargo.rules.Deployed.fails;
import static dev.encargo.rules.Deployed.holds;
import static dev.encargo.rules.Deployed.prod;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// That nothing is lost between those who send and those who read, in what every stage deploys.
class DeliveryTest {

    private static final String TARGET = "/Properties/Targets/0";

    @Test
    void every_target_of_a_rule_and_of_a_schedule_has_dead_letters() {
        holds(DeliveryRules::everyTargetHasDeadLetters);
        fails(
                DeliveryRules::everyTargetHasDeadLetters,
                changed("CustomersHear", at(TARGET, target -> target.remove("DeadLetterConfig"))),
                "CustomersHear.CustomerMail has no dead letters");
        fails(
                DeliveryRules::everyTargetHasDeadLetters,
                changed(
                        "RelayEffectsFunctionEveryMinute",
                        at("/Properties/Target", target -> target.remove("DeadLetterConfig"))),
                "RelayEffectsFunctionEveryMinute has no dead letters");
    }

    @Test
    void every_target_has_a_retry_policy() {
        holds(DeliveryRules::everyTargetHasARetryPolicy);
        fails(
                DeliveryRules::everyTargetHasARetryPolicy,
                changed("PartnersHear", at(TARGET + "/RetryPolicy", policy -> policy.remove("MaximumRetryAttempts"))),
                "PartnersHear.OrderStatusTopic has no retry policy");
    }

    @Test
    void a_rule_has_at_most_five_targets() {
        holds(DeliveryRules::atMostFiveTargetsARule);
        Consumer<ObjectNode> six = rule -> {
            ArrayNode targets = (ArrayNode) rule.at("/Properties/Targets");
            while (targets.size() < 6) {
                targets.add(targets.get(0).deepCopy());
            }
        };
        fails(DeliveryRules::atMostFiveTargetsARule, changed("CustomersHear", six), "CustomersHear has 6 targets");
    }

    @Test
    void every_target_may_be_reached_by_its_rule() {
        holds(DeliveryRules::everyTargetMayBeReached);
        for (String rule : List.of("CreatedOrdersAreFulfilled", "EverythingIsAnalysed")) {
            fails(
                    DeliveryRules::everyTargetMayBeReached,
                    changed(rule, at(TARGET, target -> target.remove("RoleArn"))),
                    rule);
        }
        for (String policy : List.of("CustomerMailPolicy", "OrderStatusTopicPolicy")) {
            fails(DeliveryRules::everyTargetMayBeReached, prod().without(policy), policy.replace("Policy", ""));
        }
    }

    @Test
    void every_rule_may_leave_dead_letters() {
        holds(DeliveryRules::everyTargetMayLeaveDeadLetters);
        fails(
                DeliveryRules::everyTargetMayLeaveDeadLetters,
                changed(
                        "UndeliveredEventsPolicy",
                        at("/Properties/PolicyDocument/Statement/0", statement -> statement.remove("Condition"))),
                "CustomersHear.CustomerMail may leave nothing in UndeliveredEvents");
    }

    @Test
    void every_schedule_has_the_name_of_its_stage() {
        holds(DeliveryRules::everyScheduleHasTheNameOfItsStage);
        fails(
                DeliveryRules::everyScheduleHasTheNameOfItsStage,
                changed("RelayEffectsFunctionEveryMinute", at("/Properties", schedule -> schedule.remove("Name"))),
                "RelayEffectsFunctionEveryMinute");
    }

    @Test
    void a_schedule_that_asks_a_service_sends_json_with_a_token_of_its_time() {
        holds(DeliveryRules::everyScheduledRequestIsJsonWithAToken);
        for (String request : List.of("{'ClientRequestToken': 'always-the-same'}", "{'QueryString': ")) {
            fails(
                    DeliveryRules::everyScheduledRequestIsJsonWithAToken,
                    changed(
                            "CompactionEveryNight",
                            at("/Properties/Target", target -> target.put("Input", request.replace('\'', '"')))),
                    "CompactionEveryNight");
        }
    }

    @Test
    void every_queue_that_is_read_is_redriven() {
        holds(DeliveryRules::everyReadQueueIsRedriven);
        fails(
                DeliveryRules::everyReadQueueIsRedriven,
                changed("OrderFacts", at("/Properties", queue -> queue.remove("RedrivePolicy"))),
                "OrderFacts is not redriven after 5 receives");
        fails(
                DeliveryRules::everyReadQueueIsRedriven,
                changed("OrderFacts", at("/Properties/RedrivePolicy", policy -> policy.put("maxReceiveCount", 4))),
                "OrderFacts is not redriven after 5 receives");
    }

    @Test
    void every_queue_that_is_read_hides_a_message_for_six_times_its_functions_timeout() {
        holds(DeliveryRules::everyReadQueueHidesLongEnough);
        fails(
                DeliveryRules::everyReadQueueHidesLongEnough,
                changed("OrderFacts", at("/Properties", queue -> queue.put("VisibilityTimeout", 59))),
                "OrderFacts hides a message for less than 6 times");
        fails(
                DeliveryRules::everyReadQueueHidesLongEnough,
                changed("TakePaymentFunction", at("/Properties", function -> function.put("Timeout", 11))),
                "PaymentRequests hides a message for less than 6 times");
    }

    @Test
    void every_reader_of_a_queue_repeats_only_what_failed() {
        holds(DeliveryRules::everyReaderRepeatsOnlyWhatFailed);
        fails(
                DeliveryRules::everyReaderRepeatsOnlyWhatFailed,
                changed(
                        "ReserveStockFunctionStockRequests",
                        at("/Properties", reader -> reader.remove("FunctionResponseTypes"))),
                "a whole batch of StockRequests");
    }
}
