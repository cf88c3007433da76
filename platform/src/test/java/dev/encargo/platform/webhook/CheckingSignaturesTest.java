package dev.encargo.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.Secrets;
import dev.encargo.platform.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Checking signatures (F36, F72)")
class CheckingSignaturesTest {
    private final MovableClock clock = new MovableClock();
    private List<String> cached = List.of("new", "old");
    private List<String> stored = List.of("new", "old");
    private int rereads;

    private final SignatureCheck check = new SignatureCheck(
            new Secrets() {
                @Override
                public List<String> live(String name) {
                    return cached;
                }

                @Override
                public List<String> reread(String name) {
                    rereads++;
                    cached = stored;
                    return stored;
                }
            },
            "payment-webhook",
            clock);

    private Verdict check(String header, String body) {
        return check.check(Optional.ofNullable(header), body);
    }

    private String signed(String secret, String body) throws Exception {
        return Signed.header(secret, body, clock.instant());
    }

    @Nested
    class a_genuine_notice {
        @Test
        void is_signed_with_either_live_secret() throws Exception {
            assertThat(check(signed("new", "{\"ñ\":1}"), "{\"ñ\":1}")).isEqualTo(Verdict.GENUINE);
            assertThat(check(signed("old", "{}"), "{}")).isEqualTo(Verdict.GENUINE);
            assertThat(rereads).isZero();
        }

        @Test
        void may_be_five_minutes_old_or_early() throws Exception {
            String header = signed("new", "{}");
            clock.forward(Duration.ofMinutes(5));
            assertThat(check(header, "{}")).isEqualTo(Verdict.GENUINE);
            clock.forward(Duration.ofMinutes(-10));
            assertThat(check(header, "{}")).isEqualTo(Verdict.GENUINE);
        }

        @Test
        void is_recognised_after_the_secret_was_rotated_while_we_ran() throws Exception {
            stored = List.of("newest", "new");
            assertThat(check(signed("newest", "{}"), "{}")).isEqualTo(Verdict.GENUINE);
            assertThat(rereads).isEqualTo(1);
        }
    }

    @Nested
    class any_other {
        @Test
        void is_forged_when_no_secret_fits_the_body() throws Exception {
            assertThat(check(signed("mine", "{}"), "{}")).isEqualTo(Verdict.FORGED);
            assertThat(check(signed("new", "{}"), "{ }")).isEqualTo(Verdict.FORGED);
            assertThat(rereads).isEqualTo(2);
        }

        @Test
        void is_expired_after_more_than_five_minutes() throws Exception {
            String header = signed("new", "{}");
            clock.forward(Duration.ofSeconds(301));
            assertThat(check(header, "{}")).isEqualTo(Verdict.EXPIRED);
        }

        @Test
        void is_malformed_without_a_readable_signature() {
            String[] headers = {
                null, "", "t=1", "v1=00", "t=x,v1=00", "t=1,v1=zz", "t=-5,v1=00", "t=1" + ",v1=00".repeat(6)
            };
            assertThat(headers)
                    .allSatisfy(header -> assertThat(check(header, "{}")).isEqualTo(Verdict.MALFORMED));
        }
    }

    @Nested
    class the_bodies_kept {
        @Test
        void are_the_newest_twenty_each_at_most_8_KB_once() {
            List<String> kept = List.of();
            for (int number = 0; number < 25; number++) {
                kept = RawBodies.with(RawBodies.with(kept, "body " + number), "body " + number);
            }
            assertThat(kept).hasSize(20).startsWith("body 5").endsWith("body 24");
            assertThat(RawBodies.cut("€".repeat(9000)).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(8192);
        }
    }
}
