package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Telemetry.Level;
import dev.encargo.platform.Telemetry.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every host's telemetry keeps to. How a line looks is the host's affair, what it tells is not.
public abstract class TelemetryContract {

    protected abstract Telemetry telemetry();

    /// The lines that were logged so far, in their order.
    protected abstract List<String> lines();

    /// The sum of what was counted under that name.
    protected abstract long counted(String metric);

    @ParameterizedTest
    @EnumSource(Level.class)
    void one_call_is_one_line_with_its_level_its_message_and_its_fields(Level level) {
        telemetry()
                .log(
                        level,
                        "a parcel\nleft for Iñaki 🛍️",
                        Map.of("parcelId", "ord_1", "grams", 1250, "late", true, "at", 1_764_000_000_000L));
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                level.name(),
                                "left for Iñaki 🛍️",
                                "parcelId",
                                "ord_1",
                                "1250",
                                "true",
                                "1764000000000")
                        .doesNotContain("\n"));
    }

    @Test
    void lines_come_in_the_order_of_the_calls() {
        telemetry().info("first", Map.of());
        telemetry().warn("second", Map.of());
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst()).contains("INFO", "first");
        assertThat(lines().getLast()).contains("WARN", "second");
    }

    @Test
    void an_error_names_its_fault() {
        telemetry()
                .error("a parcel was lost", new IllegalStateException("no such street"), Map.of("parcelId", "ord_1"));
        telemetry().error("another one", new IllegalStateException(), Map.of());
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst())
                .contains("ERROR", "a parcel was lost", "IllegalStateException", "no such street", "ord_1");
        assertThat(lines().getLast()).contains("ERROR", "another one", "IllegalStateException");
    }

    @Test
    void counts_add_up_over_all_dimensions() {
        telemetry().count("parcels", 2, Map.of("outcome", "left"));
        telemetry().count("parcels", 40, Map.of("outcome", "lost"));
        telemetry().count("letters", 1, Map.of());
        assertThat(counted("parcels")).isEqualTo(42);
        assertThat(counted("letters")).isEqualTo(1);
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_span_may_hold_others() {
        try (Span outer = telemetry().span("outer");
                Span inner = telemetry().span("inner")) {
            assertThat(outer).isNotNull();
            assertThat(inner).isNotNull();
            telemetry().info("within", Map.of());
        }
        assertThat(lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4000 0566 5566 5556",
                "378282246310005",
                "ada.lovelace+shop@mail.example.com",
                "pm_1OabXYZ9",
                "Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2VhbA"
            })
    void no_line_tells_a_card_an_address_or_a_token(String secret) {
        String told = "before " + secret + " after";
        telemetry().info("a field", Map.of("parcelId", "ord_1", "why", told));
        telemetry().warn(told, Map.of("parcelId", "ord_1"));
        telemetry().error("a fault", new IllegalStateException(told), Map.of("parcelId", "ord_1"));
        telemetry().error(told, new IllegalStateException("no"), Map.of("parcelId", "ord_1", "why", told));
        String tail = secret.substring(secret.lastIndexOf(' ') + 1);
        assertThat(lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(withoutMoments(line))
                        .contains("before ", " after", "ord_1")
                        .doesNotContain(tail));
    }

    /// The nanoseconds of a moment may be any digits, those of a card too.
    private static String withoutMoments(String line) {
        return line.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "");
    }

    @Test
    void a_number_is_no_safer_than_a_text() {
        telemetry().info("a field", Map.of("card", 4_242_424_242_424_242L));
        assertThat(lines()).singleElement().satisfies(line -> assertThat(line).doesNotContain("4242424242424242"));
    }
}
