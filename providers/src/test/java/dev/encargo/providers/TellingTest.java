package dev.encargo.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TellingTest {
    private StandIns standIns;

    @BeforeEach
    void start() throws Exception {
        standIns = new StandIns();
    }

    @AfterEach
    void stop() throws Exception {
        standIns.close();
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Moves the clock from due moment to due moment, as the host does, until `end`.
    private void runUntil(Instant end) {
        while (standIns.providers.nextDue().filter(due -> !due.isAfter(end)).isPresent()) {
            Instant due = standIns.providers.nextDue().orElseThrow();
            standIns.clock.to(due.isAfter(standIns.clock.instant()) ? due : standIns.clock.instant());
            standIns.providers.clockMoved();
            while (!standIns.providers.quiet()) {
                Thread.onSpinWait();
            }
        }
        standIns.clock.to(end);
        standIns.providers.clockMoved();
    }

    private void untilQuiet() {
        while (!standIns.providers.quiet()) {
            Thread.onSpinWait();
        }
    }

    @Nested
    class signed {
        @Test
        void with_the_secret_over_time_and_body() throws Exception {
            standIns.listening();
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            Receiver.Arrival arrival = standIns.receiver.await(1).getFirst();
            long seconds = standIns.clock.instant().getEpochSecond();
            assertThat(arrival.signature())
                    .isEqualTo("t=" + seconds + ",v1=" + hmac(StandIns.SECRET, seconds + "." + arrival.body()));
        }

        @Test
        void with_both_secrets_while_one_replaces_the_other() throws Exception {
            standIns.providers.payments().deliverNoticesTo(new Webhook(standIns.receiver.url(), List.of("old", "new")));
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            Receiver.Arrival arrival = standIns.receiver.await(1).getFirst();
            long seconds = standIns.clock.instant().getEpochSecond();
            assertThat(arrival.signature())
                    .isEqualTo("t=" + seconds + ",v1=" + hmac("old", seconds + "." + arrival.body()) + ",v1="
                            + hmac("new", seconds + "." + arrival.body()));
        }
    }

    @Nested
    class repeated {
        @Test
        void until_it_is_taken_with_longer_pauses() throws Exception {
            standIns.listening();
            standIns.receiver.answerNext(503, 500, 302);
            Instant began = standIns.clock.instant();
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.receiver.await(1);
            untilQuiet();
            assertThat(standIns.providers.nextDue()).contains(began.plusSeconds(1));
            runUntil(began.plus(Duration.ofHours(1)));
            assertThat(standIns.receiver.arrivals()).hasSize(4);
            assertThat(standIns.providers.nextDue()).isEmpty();
            assertThat(standIns.payments
                            .get("/ledger")
                            .json()
                            .path("summary")
                            .path("notices")
                            .toString())
                    .isEqualTo("{\"delivered\":1}");
        }

        @Test
        void for_a_day_at_most() throws Exception {
            standIns.listening();
            for (int attempt = 0; attempt < 100; attempt++) {
                standIns.receiver.answerNext(500);
            }
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.receiver.await(1);
            untilQuiet();
            runUntil(standIns.clock.instant().plus(Duration.ofDays(3)));
            assertThat(standIns.receiver.arrivals()).hasSizeBetween(25, 35);
            assertThat(standIns.payments
                            .get("/ledger")
                            .json()
                            .path("summary")
                            .path("notices")
                            .toString())
                    .isEqualTo("{\"given-up\":1}");
        }

        @Test
        void and_signed_anew_each_time() throws Exception {
            standIns.listening();
            standIns.receiver.answerNext(500);
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.receiver.await(1);
            untilQuiet();
            standIns.forward(Duration.ofMinutes(10));
            List<Receiver.Arrival> arrivals = standIns.receiver.await(2);
            assertThat(arrivals.get(1).body()).isEqualTo(arrivals.get(0).body());
            assertThat(arrivals.get(1).signature())
                    .startsWith("t=" + standIns.clock.instant().getEpochSecond());
        }
    }

    @Nested
    class before_an_address_is_known {
        @Test
        void notices_wait_and_then_come_in_order() throws Exception {
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.payments.act("payments", "ord_1/pay", "refund");
            assertThat(standIns.providers.quiet()).isTrue();
            assertThat(standIns.providers.nextDue()).isEmpty();
            standIns.listening();
            standIns.receiver.await(2);
            assertThat(standIns.receiver.types()).containsExactly("payment.captured", "payment.refunded");
        }
    }

    @Nested
    class untidily_by_habit {
        @Test
        void some_come_twice_and_some_late_and_the_same_ones_each_time() throws Exception {
            NoticeHabits habits = new NoticeHabits(7, 500, 300, Duration.ofSeconds(3));
            List<String> first = keysToldBy(habits);
            assertThat(first.size()).isBetween(25, 35);
            assertThat(first.subList(0, 20))
                    .isNotEqualTo(first.stream().sorted().toList().subList(0, 20));
            assertThat(keysToldBy(habits)).containsExactlyInAnyOrderElementsOf(first);
        }

        private List<String> keysToldBy(NoticeHabits habits) throws Exception {
            try (StandIns untidy = new StandIns(settings -> settings.withHabits(habits))) {
                for (int order = 10; order < 30; order++) {
                    untidy.payments.pay("ord_" + order, 5300, "pm_ok");
                }
                untidy.listening();
                untidy.forward(Duration.ofSeconds(3));
                while (!untidy.providers.quiet()) {
                    Thread.onSpinWait();
                }
                return untidy.receiver.arrivals().stream()
                        .map(arrival -> arrival.json().path("key").asText())
                        .toList();
            }
        }
    }

    @Nested
    class moved_far_by_the_clock {
        @Test
        void captures_happen_at_their_own_moments_in_order() throws Exception {
            standIns.listening();
            standIns.payments.pay("ord_1", 1, "pm_late");
            standIns.clock.forward(Duration.ofSeconds(1));
            standIns.payments.pay("ord_2", 2, "pm_slow");
            standIns.clock.forward(Duration.ofSeconds(1));
            standIns.payments.pay("ord_3", 3, "pm_late");
            standIns.forward(Duration.ofHours(48));
            standIns.receiver.await(3);
            assertThat(standIns.receiver.arrivals())
                    .extracting(arrival -> arrival.json().path("at").asText())
                    .containsExactlyInAnyOrder("2026-11-24T10:00:03Z", "2026-11-24T10:31:00Z", "2026-11-24T10:31:02Z");
        }
    }
}
