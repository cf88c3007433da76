package dev.encargo.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The application's rules over an event of 2 KB. Prints what one event costs; the bound is generous, since
/// it guards against a change of order, not of machine.
@Tag("slow")
class RuleSetSpeedTest {

    @Test
    void an_event_costs_microseconds() {
        String event = event();
        RuleSet rules = ApplicationRulesTest.rules("encargo");
        TargetInput lake = TargetInput.transformed(
                Map.of("id", "$.id", "type", "$.detail-type", "time", "$.time", "data", "$.detail.data"),
                "{\"id\": <id>, \"detail-type\": <type>, \"time\": <time>, \"detail\": {\"data\": <data>}}");
        double matching = microseconds(() -> rules.matches(event).size());
        double filling =
                microseconds(() -> lake.render(EventDocument.of(event), new RuleOrigin("a", "r", Instant.EPOCH))
                        .length());
        System.out.printf(
                "%d bytes: matching its rules %.1f µs, parsing and filling %.1f µs%n",
                event.length(), matching, filling);
        assertThat(matching).isLessThan(200);
        assertThat(filling).isLessThan(400);
    }

    private static double microseconds(IntSupplier work) {
        long sum = IntStream.range(0, 30_000)
                .map(_ -> work.getAsInt())
                .asLongStream()
                .sum();
        long start = System.nanoTime();
        sum += IntStream.range(0, 100_000)
                .map(_ -> work.getAsInt())
                .asLongStream()
                .sum();
        assertThat(sum).isPositive();
        return (System.nanoTime() - start) / 100_000 / 1000.0;
    }

    private static String event() {
        String lines = IntStream.range(0, 12)
                .mapToObj(i ->
                        "{\"sku\":\"TEE-BLK-%d\",\"quantity\":2,\"unitPrice\":{\"minor\":2190,\"currency\":\"EUR\"},\"taxRate\":0.21}"
                                .formatted(i))
                .collect(Collectors.joining(","));
        JsonNode event = EventDocument.of(
                        "{\"version\":\"0\",\"id\":\"e\",\"detail-type\":\"OrderStatusChanged\",\"source\":\"encargo.orders\","
                                + "\"account\":\"000000000000\",\"time\":\"2026-01-02T03:04:05Z\",\"region\":\"eu-west-1\",\"resources\":[],"
                                + "\"detail\":{\"specversion\":\"1.0\",\"id\":\"evt_1\",\"source\":\"encargo.orders\",\"type\":\"OrderStatusChanged\","
                                + "\"time\":\"2026-01-02T03:04:05Z\",\"subject\":\"ord_1\",\"sequence\":3,\"data\":{\"from\":\"PAID\",\"to\":\"SHIPPED\","
                                + "\"version\":4,\"lines\":[" + lines + "]},\"private\":{\"name\":\"" + "n".repeat(600)
                                + "\"}}}")
                .tree();
        return event.toString();
    }
}
