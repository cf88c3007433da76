package dev.encargo.aws.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.Telemetry.Span;
import dev.encargo.platform.json.Jsons;
import dev.encargo.platform.testing.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaTelemetryTest {
    private final MovableClock clock = new MovableClock();
    private final List<String> lines = new ArrayList<>();

    private LambdaTelemetry telemetry(XraySpans spans) {
        return new LambdaTelemetry("PlaceOrderFunction", "dev", clock, lines::add, spans);
    }

    private LambdaTelemetry telemetry() {
        return telemetry(new XraySpans(null, XrayTrace::current, clock));
    }

    private Map<?, ?> line() {
        assertThat(lines).hasSize(1);
        return Jsons.JSONB.type(Map.class).fromJson(lines.getFirst());
    }

    @Test
    void a_line_says_when_and_by_whom_and_its_own_fields_win() {
        telemetry().info("taken", Map.of("orderId", "ord_1", "level", "none"));
        assertThat(line().get("timestamp")).isEqualTo("2026-11-24T09:41:58Z");
        assertThat(line().get("level")).isEqualTo("INFO");
        assertThat(line().get("function")).isEqualTo("PlaceOrderFunction");
        assertThat(line().get("orderId")).isEqualTo("ord_1");
    }

    @Test
    void an_error_tells_where_it_came_from() {
        telemetry().error("lost", new IllegalStateException("no"), Map.of());
        assertThat(line().get("error"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .hasEntrySatisfying(
                        "stack", stack -> assertThat(stack.toString()).contains(LambdaTelemetryTest.class.getName()))
                .containsEntry("type", IllegalStateException.class.getName());
    }

    /// See CloudWatch's Embedded Metric Format: every dimension and the metric are members beside `_aws`.
    @Test
    void a_count_is_a_line_in_the_embedded_metric_format() {
        telemetry().count("orders", 3, Map.of("outcome", "accepted"));
        String declared = "\"CloudWatchMetrics\":[{";
        assertThat(lines.getFirst()).contains(declared);
        Map<?, ?> aws = (Map<?, ?>) line().get("_aws");
        assertThat(((Number) aws.get("Timestamp")).longValue())
                .isEqualTo(clock.instant().toEpochMilli());
        Map<?, ?> metric = (Map<?, ?>) ((List<?>) aws.get("CloudWatchMetrics")).getFirst();
        assertThat(metric.get("Namespace")).isEqualTo("Encargo");
        assertThat(metric.get("Dimensions")).isEqualTo(List.of(List.of("outcome", "stage")));
        assertThat(metric.get("Metrics")).isEqualTo(List.of(Map.of("Name", "orders", "Unit", "Count")));
        assertThat(line().get("outcome")).isEqualTo("accepted");
        assertThat(line().get("stage")).isEqualTo("dev");
        assertThat(((Number) line().get("orders")).longValue()).isEqualTo(3);
    }

    @Test
    void lines_leave_as_utf_8_whatever_the_streams_own_charset() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        new StandardOutput(new PrintStream(sent, false, StandardCharsets.US_ASCII)).accept("Iñaki 🛍️");
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("Iñaki 🛍️\n");
    }

    @Test
    void a_span_that_cannot_be_sent_is_told_and_fails_nothing() throws UnknownHostException {
        InetSocketAddress unheard = new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 0);
        XraySpans spans = new XraySpans(unheard, () -> XrayTrace.of("Root=1-a;Parent=b;Sampled=1"), clock);
        try (Span span = telemetry(spans).span("drawing")) {
            assertThat(span).isNotNull();
        }
        assertThat(line().get("message")).isEqualTo("a span was not sent");
        assertThat(line().get("span")).isEqualTo("drawing");
    }
}
