package dev.encargo.orders.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.platform.testing.MemoryPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingOrdersTest {
    private final MemoryPlatform platform = new MemoryPlatform();
    private final Calls calls = new Calls(platform);
    private final List<String> newestFirst = new ArrayList<>();
    private Instant middle = Instant.EPOCH;

    @BeforeEach
    void twenty_five_orders_of_two_customers() {
        for (int i = 0; i < 25; i++) {
            String customer = i % 5 == 0 ? "c-2" : "c-1";
            newestFirst.add(calls.place(Calls.ORDINARY.replace("c-1", customer))
                    .json()
                    .path("id")
                    .asText());
            if (i == 12) {
                middle = platform.clock.instant();
            }
            platform.clock.forward(Duration.ofMillis(i % 3));
        }
        Collections.reverse(newestFirst);
        calls.learn(calls.reserved(newestFirst.get(3)), calls.reserved(newestFirst.get(20)));
    }

    @Test
    void an_operator_sees_every_order_once_page_by_page() {
        List<String> seen = walk(Calls.listing().query("limit", "4"));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(newestFirst);
        assertThat(times(Calls.listing().query("limit", "100"))).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    @DisplayName("F80 a customer sees his own only")
    void own_only() {
        assertThat(walk(Calls.listing().as("bo", "c-2").query("limit", "2"))).hasSize(5);
        assertThat(calls.list(Calls.listing().as("bo", "c-2").query("customerId", "c-1"))
                        .status())
                .isEqualTo(403);
        assertThat(calls.list(Calls.listing().as("bo", "c-2").query("customerId", "c-2"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void filters_join() {
        assertThat(walk(Calls.listing().query("status", "RESERVED").query("limit", "1")))
                .hasSize(2);
        assertThat(walk(Calls.listing().query("customerId", "c-2").query("status", "PENDING")))
                .hasSize(5);
        assertThat(walk(Calls.listing().query("customerId", "c-2").query("status", "PAID")))
                .isEmpty();
        int before = walk(Calls.listing().query("to", middle.toString())).size();
        int after = walk(Calls.listing().query("from", middle.toString()).query("limit", "3"))
                .size();
        assertThat(before).isPositive();
        assertThat(before + after).isEqualTo(25);
    }

    @Test
    void the_link_names_the_next_page_of_the_same_list() {
        Calls.Answer page = calls.list(Calls.listing().query("limit", "4").query("status", "PENDING"));
        String next = page.json().path("next").asText();
        assertThat(page.headers()).containsEntry("Link", "<?cursor=" + next + "&limit=4&status=PENDING>; rel=\"next\"");
        assertThat(calls.list(Calls.listing().query("limit", "100")).headers()).doesNotContainKey("Link");
        assertThat(calls.list(Calls.listing().query("cursor", next)).status())
                .as("of another list")
                .isEqualTo(400);
    }

    @Test
    void a_list_shows_no_personal_data_and_no_lines() {
        assertThat(calls.list(Calls.listing()).body()).doesNotContain("items", "email", "sku");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, x",
        "status, LOST",
        "from, yesterday",
        "to, 2026-11-24",
        "cursor, §",
        "cursor, YQ"
    })
    void a_wrong_parameter_is_named(String name, String value) {
        Calls.Answer refused = calls.list(Calls.listing().query(name, value));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(name);
    }

    private List<String> walk(Calls.Call call) {
        List<String> seen = new ArrayList<>();
        Calls.Call next = call;
        while (next != null) {
            JsonNode page = calls.list(next).json();
            page.path("orders").forEach(order -> seen.add(order.path("id").asText()));
            next = page.has("next") ? call.query("cursor", page.path("next").asText()) : null;
        }
        assertThat(seen).doesNotHaveDuplicates();
        return seen;
    }

    private List<Instant> times(Calls.Call call) {
        List<Instant> times = new ArrayList<>();
        calls.list(call)
                .json()
                .path("orders")
                .forEach(o -> times.add(Instant.parse(o.path("createdAt").asText())));
        return times;
    }
}
