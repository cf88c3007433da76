package dev.encargo.aws.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Telemetry.Span;
import dev.encargo.platform.json.Jsons;
import dev.encargo.platform.testing.MovableClock;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XraySpansTest {
    private static final String HEADER = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    private final MovableClock clock = new MovableClock();
    private DatagramSocket daemon;

    @BeforeEach
    void listen() throws IOException {
        daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    private XraySpans spans(String header) {
        return new XraySpans(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), daemon.getLocalPort()),
                () -> XrayTrace.of(header),
                clock);
    }

    private Map<?, ?> heard() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[64_000], 64_000);
        daemon.setSoTimeout(5_000);
        daemon.receive(packet);
        String[] parts = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).split("\n", 2);
        assertThat(parts[0]).isEqualTo("{\"format\":\"json\",\"version\":1}");
        return Jsons.JSONB.type(Map.class).fromJson(parts[1]);
    }

    @Test
    void a_span_is_a_subsegment_of_the_functions_segment() throws IOException {
        Span span = spans(HEADER).open("drawing");
        clock.forward(Duration.ofMillis(1_500));
        span.close();
        Map<?, ?> segment = heard();
        assertThat(segment.get("name")).isEqualTo("drawing");
        assertThat(segment.get("type")).isEqualTo("subsegment");
        assertThat(segment.get("trace_id")).isEqualTo("1-5759e988-bd862e3fe1be46a994272793");
        assertThat(segment.get("parent_id")).isEqualTo("53995c3f42cd8ad8");
        assertThat((String) segment.get("id")).matches("[0-9a-f]{16}");
        double length =
                ((Number) segment.get("end_time")).doubleValue() - ((Number) segment.get("start_time")).doubleValue();
        assertThat(length).isBetween(1.499, 1.501);
    }

    @Test
    void an_inner_span_belongs_to_the_outer_one_and_the_next_to_the_function() throws IOException {
        XraySpans spans = spans(HEADER);
        Span outer = spans.open("outer");
        spans.open("inner").close();
        Map<?, ?> inner = heard();
        outer.close();
        assertThat(inner.get("parent_id")).isEqualTo(heard().get("id"));
        spans.open("next").close();
        assertThat(heard().get("parent_id")).isEqualTo("53995c3f42cd8ad8");
    }

    @Test
    void what_is_not_sampled_is_not_sent() throws IOException {
        for (String header : new String[] {"", HEADER.replace("Sampled=1", "Sampled=0"), "Root=1-a;Sampled=1"}) {
            spans(header).open("unsampled").close();
        }
        spans(HEADER).open("sampled").close();
        assertThat(heard().get("name")).isEqualTo("sampled");
        daemon.setSoTimeout(1);
        assertThatThrownBy(() -> daemon.receive(new DatagramPacket(new byte[9], 9)))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void the_daemons_address_is_a_host_and_a_port() {
        assertThat(XraySpans.address("169.254.79.129:2000")).isEqualTo(new InetSocketAddress("169.254.79.129", 2000));
    }
}
