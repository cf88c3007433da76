package dev.encargo.orders.model;

import static dev.encargo.orders.model.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.effects.Intent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LearningFactsTest {

    @Nested
    class In_order {
        @Test
        void each_fact_moves_the_status_one_edge() {
            Change change = learn(placed(), RESERVED, CAPTURED, ISSUED, REQUESTED, DISPATCHED, DELIVERED);
            assertThat(edges(change.intents()))
                    .containsExactly("PENDING>RESERVED", "RESERVED>PAID", "PAID>SHIPPED", "SHIPPED>DELIVERED");
            assertThat(change.order().version()).isEqualTo(7);
            assertThat(change.order().sequence()).isEqualTo(5);
        }

        @Test
        void a_fact_that_moves_nothing_raises_the_version_and_publishes_nothing() {
            Change change = learn(order(RESERVED, CAPTURED), ISSUED);
            assertThat(change.intents()).isEmpty();
            assertThat(change.order().version()).isEqualTo(4);
            assertThat(change.order().sequence()).isEqualTo(3);
        }

        @Test
        void only_what_the_customer_hears_carries_personal_data_and_never_the_payment_method() {
            List<Intent> intents =
                    learn(placed(), RESERVED, CAPTURED, DISPATCHED).intents();
            assertThat(intents)
                    .map(intent -> ((Intent.Publish) intent).confidential())
                    .containsExactly(null, null, ANA.withoutPaymentMethod());
        }

        @Test
        void a_known_fact_changes_nothing() {
            Order order = order(RESERVED, CAPTURED);
            assertThat(order.learn(CAPTURED, NOW.plusSeconds(99), "evt_other")).isEqualTo(Change.none(order));
        }

        @Test
        void the_same_fact_with_other_data_is_kept_aside_once() {
            Order order = order(RESERVED, CAPTURED);
            Fact other = new Fact.PaymentCaptured(PRICE, "pay-2");
            Change change = learn(order, other, other);
            assertThat(change.order().attention()).contains("CONFLICTING_FACT");
            assertThat(change.order().conflicts()).hasSize(1);
            assertThat(change.order().facts()).isEqualTo(order.facts());
            assertThat(change.order().version()).isEqualTo(order.version() + 1);
            assertThat(change.intents()).isEmpty();
        }
    }

    @Nested
    class Out_of_order {
        @Test
        @DisplayName(
                "F22 paid before reserved is parked and applied when the missing fact arrives, each edge by itself")
        void applied_on_arrival() {
            Order parked = order(CAPTURED, DISPATCHED);
            assertThat(parked.status()).isEqualTo(Status.PENDING);
            assertThat(parked.version()).isEqualTo(3);
            Change change = learn(parked, RESERVED);
            assertThat(edges(change.intents())).containsExactly("PENDING>RESERVED", "RESERVED>PAID", "PAID>SHIPPED");
            assertThat(sequences(change.intents())).containsExactly(2L, 3L, 4L);
            assertThat(change.order().history()).map(Step::version).containsExactly(4L, 5L, 6L);
        }

        @Test
        @DisplayName("F22 a fact that waits for 15 minutes calls for attention until it is applied")
        void flagged_and_cleared() {
            Order parked = order(CAPTURED);
            assertThat(parked.flagMissingFact(at(CAPTURED).plus(Order.PATIENCE).minusMillis(1))
                            .order())
                    .isEqualTo(parked);
            Order flagged =
                    parked.flagMissingFact(at(CAPTURED).plus(Order.PATIENCE)).order();
            assertThat(flagged.attention()).contains("FACT_MISSING");
            assertThat(flagged.flagMissingFact(NOW.plus(Duration.ofDays(1))).changes(flagged))
                    .isFalse();
            assertThat(learn(flagged, RESERVED).order().attention()).isEmpty();
        }

        @Test
        @DisplayName("F22 a closed order waits for nothing")
        void closed_waits_for_nothing() {
            Order closed = learn(order(CAPTURED), undone(UndoReason.Canceled)).order();
            assertThat(closed.waitingSince()).isEmpty();
            assertThat(closed.flagMissingFact(NOW.plus(Duration.ofDays(1))).changes(closed))
                    .isFalse();
        }
    }

    @Nested
    class After_the_end {
        @Test
        @DisplayName("F23 a late fact is kept and shown, and changes no status")
        void kept_and_shown() {
            Order closed = order(RESERVED, DECLINED, RELEASED, undone(UndoReason.PaymentDeclined));
            Change change = learn(closed, LATE_REFUND);
            assertThat(change.order().status()).isEqualTo(Status.REJECTED);
            assertThat(change.intents()).isEmpty();
            assertThat(change.order().facts().has(FactKind.PAYMENT_REFUNDED)).isTrue();
            assertThat(change.order().attention()).isEmpty();
            assertThat(change.order().reason()).contains(UndoReason.PaymentDeclined);
        }

        @Test
        void a_parcel_that_leaves_an_undone_order_calls_for_attention() {
            Order closed = order(RESERVED, CAPTURED, REFUNDED, undone(UndoReason.Canceled));
            assertThat(learn(closed, DISPATCHED).order().status()).isEqualTo(Status.CANCELED);
            assertThat(learn(closed, DISPATCHED).order().attention()).contains("CONFLICTING_FACT");
        }
    }

    @Nested
    class While_something_is_owed {
        @Test
        @DisplayName("F39 the status stays and shows REFUND_PENDING until the order is undone")
        void refund_pending() {
            Order asked = cancelAsked(order(RESERVED, CAPTURED, ISSUED));
            assertThat(asked.status()).isEqualTo(Status.PAID);
            assertThat(asked.attention()).contains("REFUND_PENDING");
            Order back = learn(asked, CREDITED, REFUNDED, RELEASED).order();
            assertThat(back.status()).isEqualTo(Status.PAID);
            assertThat(back.attention()).isEmpty();
            assertThat(learn(back, undone(UndoReason.Canceled)).order().status())
                    .isEqualTo(Status.CANCELED);
        }

        @Test
        @DisplayName("F41 a wrong amount is owed, and the order is rejected")
        void wrong_amount() {
            Order declined = order(
                    RESERVED, new Fact.PaymentDeclined("AmountMismatch", new dev.encargo.contracts.Money(1, "EUR")));
            assertThat(declined.attention()).contains("REFUND_PENDING");
            Order rejected = learn(declined, REFUNDED, RELEASED, undone(UndoReason.AmountMismatch))
                    .order();
            assertThat(rejected.status()).isEqualTo(Status.REJECTED);
            assertThat(rejected.reason()).contains(UndoReason.AmountMismatch);
            assertThat(rejected.attention()).isEmpty();
        }

        @Test
        void refusals_alone_close_nothing() {
            assertThat(order(REFUSED).status()).isEqualTo(Status.PENDING);
            assertThat(order(RESERVED, DECLINED).status()).isEqualTo(Status.RESERVED);
            assertThat(order(REFUSED, undone(UndoReason.OutOfStock)).status()).isEqualTo(Status.REJECTED);
        }

        @Test
        @DisplayName("F51 a failed compensation is shown until nothing is owed, and not raised again by a late message")
        void compensation_failed() {
            Order asked = cancelAsked(order(RESERVED, CAPTURED));
            Order raised =
                    asked.raise("COMPENSATION_FAILED", "the refund fails", NOW).order();
            assertThat(raised.attention()).contains("COMPENSATION_FAILED");
            Order undone = learn(raised, REFUNDED, undone(UndoReason.Canceled)).order();
            assertThat(undone.attention()).isEmpty();
            assertThat(undone.raise("COMPENSATION_FAILED", "late", NOW).changes(undone))
                    .isFalse();
        }

        @Test
        void a_delayed_invoice_is_shown_until_it_is_issued() {
            Order delayed = order(RESERVED, CAPTURED)
                    .raise("INVOICE_DELAYED", "the bucket does not answer", NOW)
                    .order();
            assertThat(delayed.attention()).contains("INVOICE_DELAYED");
            assertThat(learn(delayed, ISSUED).order().attention()).isEmpty();
        }
    }

    @Nested
    @DisplayName("F92 the facts of an order in every order of arrival, each twice")
    class In_every_order_of_arrival {

        @Test
        @DisplayName("F92 a delivered order")
        void delivered() {
            everyOrder(placed(), Status.DELIVERED, RESERVED, CAPTURED, ISSUED, REQUESTED, DISPATCHED, DELIVERED);
        }

        @Test
        @DisplayName("F92 an order refused by the warehouse")
        void refused() {
            everyOrder(placed(), Status.REJECTED, REFUSED, undone(UndoReason.OutOfStock));
        }

        @Test
        @DisplayName("F92 an order whose payment was declined, and whose late money was given back")
        void declined() {
            everyOrder(
                    placed(),
                    Status.REJECTED,
                    RESERVED,
                    DECLINED,
                    RELEASED,
                    LATE_REFUND,
                    undone(UndoReason.PaymentDeclined));
        }

        @Test
        @DisplayName("F92 a canceled order that had been invoiced")
        void canceled() {
            Order asked = cancelAsked(placed());
            Set<Order> ends = everyOrder(
                    asked,
                    Status.CANCELED,
                    RESERVED,
                    CAPTURED,
                    ISSUED,
                    CREDITED,
                    REFUNDED,
                    RELEASED,
                    undone(UndoReason.Canceled));
            assertThat(ends)
                    .allSatisfy(order -> assertThat(
                                    order.cancellation().orElseThrow().outcome())
                            .isEqualTo(Cancellation.Outcome.DONE));
        }

        @Test
        @DisplayName("F92 a cancel that came too late")
        void too_late() {
            Order asked = cancelAsked(order(RESERVED, CAPTURED));
            Set<Order> ends = everyOrder(asked, Status.DELIVERED, ISSUED, REQUESTED, DISPATCHED, DELIVERED);
            assertThat(ends)
                    .allSatisfy(order -> assertThat(
                                    order.cancellation().orElseThrow().outcome())
                            .isEqualTo(Cancellation.Outcome.TOO_LATE));
        }

        private Set<Order> everyOrder(Order start, Status end, Fact... facts) {
            Set<Order> ends = new HashSet<>();
            permutations(List.of(facts), arrival -> {
                List<Fact> twice = new ArrayList<>(arrival);
                twice.addAll(arrival);
                Change change = learn(start, twice.toArray(Fact[]::new));
                assertEnded(start, change, end);
                ends.add(plain(change.order()));
                List<Fact> pairs = arrival.stream()
                        .flatMap(fact -> List.of(fact, fact).stream())
                        .toList();
                assertThat(learn(start, pairs.toArray(Fact[]::new))).isEqualTo(change);
            });
            assertThat(ends).as("the same order but for its path").hasSize(1);
            return ends;
        }

        private void assertEnded(Order start, Change change, Status end) {
            Order order = change.order();
            assertThat(order.status()).isEqualTo(end);
            assertThat(order.attention()).isEmpty();
            assertThat(sequences(change.intents()))
                    .containsExactlyElementsOf(LongStream.rangeClosed(start.sequence() + 1, order.sequence())
                            .boxed()
                            .toList());
            List<Step> path = order.history();
            IntStream.range(0, path.size()).forEach(i -> {
                assertThat(path.get(i).from())
                        .isEqualTo(i == 0 ? Status.PENDING : path.get(i - 1).to());
                assertThat(path.get(i).from().next()).contains(path.get(i).to());
                assertThat(i == 0 || path.get(i).version() > path.get(i - 1).version())
                        .isTrue();
            });
        }

        private Order plain(Order order) {
            return new Order(
                    order.terms(),
                    order.status(),
                    0,
                    0,
                    order.updatedAt(),
                    order.facts(),
                    List.of(),
                    order.conflicts(),
                    order.alerts(),
                    order.factMissing());
        }

        private void permutations(List<Fact> facts, Consumer<List<Fact>> each) {
            permute(new ArrayList<>(facts), 0, each);
        }

        private void permute(List<Fact> facts, int from, Consumer<List<Fact>> each) {
            if (from == facts.size()) {
                each.accept(List.copyOf(facts));
                return;
            }
            for (int i = from; i < facts.size(); i++) {
                Collections.swap(facts, from, i);
                permute(facts, from + 1, each);
                Collections.swap(facts, from, i);
            }
        }
    }
}
