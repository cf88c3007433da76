package dev.encargo.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.Encargo;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the benchmark")
class BenchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void its_last_line_is_one_object_about_orders_that_were_all_completed() throws Exception {
        Encargo.Ended ended =
                Encargo.run(folder, "bench", "--orders", "20", "--warm-up", "5", "--rate", "20", "--json");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        JsonNode result = JSON.readTree(ended.out().lines().toList().getLast());
        Set<String> names = new TreeSet<>();
        result.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "acceptedPerSecond",
                        "completedPerSecond",
                        "p50Ms",
                        "p99Ms",
                        "timeToPaidP50Ms",
                        "timeToPaidP99Ms",
                        "rssMb",
                        "writesPerInvoice",
                        "violations");
        assertThat(result.path("violations").asInt()).isZero();
        assertThat(result.path("acceptedPerSecond").asDouble()).isBetween(0.1, 22.0);
        assertThat(result.path("timeToPaidP50Ms").asDouble())
                .isGreaterThan(result.path("p50Ms").asDouble());
        assertThat(result.path("writesPerInvoice").asDouble()).isBetween(2.0, 3.0);
        assertThat(result.path("rssMb").asInt()).isBetween(50, 4_000);
    }

    @Test
    void what_cannot_be_measured_is_refused_with_the_way_to_ask() throws Exception {
        for (List<String> wrong : List.of(List.of("--orders", "0"), List.of("--orders", "9", "--rate", "-1"))) {
            Encargo.Ended ended = Encargo.run(folder, command(wrong));
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains("cannot be measured").contains("Use:  encargo bench");
            assertThat(ended.out()).isEmpty();
        }
    }

    private static String[] command(List<String> options) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("bench"), options.stream())
                .toArray(String[]::new);
    }
}
