package dev.encargo.journeys.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The order's protocol, searched exhaustively over the transitions that run in production: every interleaving of
/// messages, events,
/// webhooks, answers and calls of the outside parties.
@DisplayName("The protocol (F37, F40, F47, F81-F89)")
class ProtocolTest {
    private static final int ALL = 60_000_000;

    private static void holds(Faults faults, int atLeast) {
        Search.Found found = Search.run(Rules.ALL, faults, ALL);
        assertThat(found.violations()).as(() -> told(found)).isEmpty();
        assertThat(found.finished()).isTrue();
        assertThat(found.states()).isGreaterThanOrEqualTo(atLeast);
    }

    private static String told(Search.Found found) {
        StringBuilder text = new StringBuilder();
        found.violations().forEach((name, run) -> {
            text.append("\n## ").append(name);
            run.forEach(step -> text.append("\n   ").append(step));
        });
        return text.toString();
    }

    @Nested
    class with_every_rule_on {
        @Test
        void nothing_is_violated_without_a_fault() {
            holds(Faults.NONE, 20);
        }

        @Test
        void nothing_is_violated_by_two_early_timeouts_a_duplicate_and_a_lost_notice() {
            holds(Faults.NONE.withTimeouts(2).withDuplicate().withLoss(), 1_000);
        }

        @Test
        void nothing_is_violated_by_a_cancel_at_every_instant_with_a_timeout_and_a_lost_notice() {
            holds(Faults.NONE.withTimeouts(1).withCancel().withLoss(), 10_000);
        }

        @Test
        void nothing_is_violated_by_a_cancel_an_operator_and_a_lost_notice() {
            holds(Faults.NONE.withCancel().withOperator().withLoss(), 2_000);
        }

        @Test
        void nothing_is_violated_by_a_twin_with_a_timeout_and_a_cancel() {
            holds(Faults.NONE.withTwin().withTimeouts(1).withCancel(), 50_000);
        }

        @Test
        void nothing_is_violated_by_two_timeouts_a_cancel_a_duplicate_a_lost_notice_and_an_operator() {
            holds(
                    Faults.NONE
                            .withTimeouts(2)
                            .withCancel()
                            .withDuplicate()
                            .withLoss()
                            .withOperator(),
                    300_000);
        }

        @Test
        void nothing_is_violated_by_an_undo_that_fails_and_is_run_again() {
            holds(Faults.NONE.withCancel().withReruns(2).withLoss(), 10_000);
        }
    }

    @Nested
    @Tag("slow")
    class with_every_rule_on_and_everything_going_wrong {
        @Test
        void nothing_is_violated_by_a_twin_a_timeout_a_cancel_a_duplicate_and_a_lost_notice() {
            holds(
                    Faults.NONE
                            .withTwin()
                            .withTimeouts(1)
                            .withCancel()
                            .withDuplicate()
                            .withLoss(),
                    1_000_000);
        }

        @Test
        void nothing_is_violated_by_a_twin_and_an_undo_that_fails_and_is_run_again() {
            holds(Faults.NONE.withTwin().withTimeouts(1).withCancel().withLoss().withReruns(2), 500_000);
        }

        @Test
        void nothing_is_violated_by_all_of_them_at_once() {
            holds(
                    Faults.NONE
                            .withTwin()
                            .withTimeouts(2)
                            .withCancel()
                            .withDuplicate()
                            .withLoss()
                            .withOperator(),
                    1_000_000);
        }
    }

    @Nested
    class with_one_rule_off {
        @ParameterizedTest(name = "{0} off")
        @MethodSource("dev.encargo.journeys.protocol.ProtocolTest#rules")
        void its_violation_is_back(Rule rule, Faults faults, String violation) {
            Search.Found found = Search.run(Rules.without(rule), faults, ALL);
            assertThat(found.violations()).as(rule + " off").containsKey(violation);
        }

        @ParameterizedTest(name = "{0} on")
        @MethodSource("dev.encargo.journeys.protocol.ProtocolTest#rules")
        void and_gone_under_the_same_faults_when_it_is_on(Rule rule, Faults faults, String violation) {
            Map<String, List<String>> violations =
                    Search.run(Rules.ALL, faults, ALL).violations();
            assertThat(violations).as(rule + " on").doesNotContainKey(violation);
        }
    }

    static Stream<Arguments> rules() {
        Faults twin = Faults.NONE.withTwin().withTimeouts(1);
        Faults cancel = Faults.NONE.withCancel();
        Faults late = cancel.withTimeouts(1);
        return Stream.of(
                Arguments.of(Rule.OWNER_ANSWERS, twin.withTimeouts(2), "a twin harms the good run"),
                Arguments.of(Rule.OWNER_SETTLES, twin, "a twin harms the good run"),
                Arguments.of(Rule.SETTLE, Faults.NONE.withTimeouts(1), "a clock or failure undoes a paid run"),
                Arguments.of(Rule.INSERT_STOCK_CLOSED, twin, "a clock or failure undoes a paid run"),
                Arguments.of(Rule.INSERT_PAYMENT_CLOSED, late, "charged and closed"),
                Arguments.of(Rule.INSERT_INVOICE_CLOSED, late, "invoiced - credited != captured - refunded"),
                Arguments.of(Rule.INSERT_SHIPMENT_STOPPED, cancel, "shipped and refunded"),
                Arguments.of(Rule.ASK_SHIPMENT, cancel, "shipped and refunded"),
                Arguments.of(Rule.ASK_PAYMENT, cancel, "OrderUndone while something is owed"),
                Arguments.of(Rule.ASK_STOCK, cancel, "OrderUndone while something is owed"),
                Arguments.of(Rule.BAR, cancel.withLoss(), "charged and closed"),
                Arguments.of(Rule.STOP_FIRST, cancel, "shipped and refunded"),
                Arguments.of(Rule.START_UNDO, cancel, "canceled with 202, stays PAID"),
                Arguments.of(Rule.RETRY_INVOICE, Faults.NONE.withTimeouts(1), "a clock or failure undoes a paid run"),
                Arguments.of(Rule.ARBITRATE, cancel.withOperator(), "shipped and refunded"),
                Arguments.of(Rule.CHASE, Faults.NONE.withLoss(), "the parcel left, the order does not say SHIPPED"),
                Arguments.of(Rule.RECORD_DISPATCH, Faults.NONE.withOwnParcel(), "a second parcel is still asked for"));
    }
}
