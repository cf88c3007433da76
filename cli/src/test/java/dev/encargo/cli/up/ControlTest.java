package dev.encargo.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.running.Api;
import dev.encargo.local.host.HostSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("an operator's operations on a running host")
class ControlTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private ForegroundHost host;
    private Api api;

    @BeforeEach
    void start() throws Exception {
        host = ForegroundHost.start(HostSettings.of(template(), folder, 0));
        api = new Api(host.self().api());
    }

    @AfterEach
    void stop() throws Exception {
        host.stack().close();
    }

    private static Path template() {
        return Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml");
    }

    @Test
    void nobody_changes_anything_without_the_key_of_the_data_folder() {
        assertThat(api.send("POST", "/_encargo/clock", "{\"forward\":\"PT1H\"}", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(api.send("POST", "/_encargo/clock", "{\"forward\":\"PT1H\"}", Map.of("Encargo-Control", "guess"))
                        .status())
                .isEqualTo(403);
        assertThat(host.stack().host().clock().offset()).isZero();
    }

    @Test
    void a_page_of_another_origin_is_kept_out_even_with_the_key() {
        assertThat(api.send(
                                "POST",
                                "/_encargo/stop",
                                "{}",
                                Map.of("Encargo-Control", host.self().key(), "Origin", "https://example.com"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_clock_moves_forward_and_never_back() {
        Instant before = host.stack().host().clock().instant();
        Instant after = Instant.parse(
                ask("clock", "{\"forward\":\"PT48H\"}").json().path("now").asText());
        assertThat(Duration.between(before, after)).isGreaterThanOrEqualTo(Duration.ofHours(48));
        assertThat(ask("clock", "{\"forward\":\"-PT1H\"}").status()).isEqualTo(400);
        assertThat(ask("clock", "{\"forward\":\"tomorrow\"}").status()).isEqualTo(400);
        assertThat(ask("clock", "{}").status()).isEqualTo(400);
    }

    @Test
    void the_clock_moves_400_days_at_most_at_once() {
        assertThat(ask("clock", "{\"forward\":\"P401D\"}").json().path("detail").asText())
                .isEqualTo("forward is 400 days at most");
        assertThat(ask("clock", "{\"forward\":\"P999999999999D\"}").status()).isEqualTo(400);
        assertThat(host.stack().host().clock().offset()).isZero();
    }

    @Test
    void a_move_that_takes_longer_than_it_may_says_what_is_left_of_it() {
        JsonNode moved =
                ask("clock", "{\"forward\":\"PT48H\",\"within\":\"PT0.01S\"}").json();
        assertThat(Duration.parse(moved.path("left").asText())).isBetween(Duration.ofMinutes(1), Duration.ofHours(48));
        assertThat(moved.path("stopping").booleanValue()).isFalse();
    }

    @Test
    void what_is_unknown_is_refused_by_name() {
        assertThat(ask("dead-letters/redrive", "{\"queue\":\"nowhere\"}").status())
                .isEqualTo(404);
        assertThat(ask("dead-letters/redrive", "{\"queue\":\"order-facts\"}")
                        .json()
                        .path("redriven")
                        .asInt())
                .isZero();
        assertThat(ask("executions/redrive", "{\"workflow\":\"Nothing\",\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(ask("fly", "{}").status()).isEqualTo(404);
        assertThat(ask("clock", "[1]").status()).isEqualTo(400);
        assertThat(ask("clock", "{\"forward\":").status()).isEqualTo(400);
    }

    @Test
    void status_lists_every_queue_of_the_template() throws Exception {
        JsonNode status = JSON.readTree(ask("status", "{}").response().body());
        assertThat(status.path("queues"))
                .hasSize(host.stack().host().stack().queues().size());
        assertThat(ask("quiet", "{\"within\":\"PT10S\"}").json().path("quiet").booleanValue())
                .isTrue();
    }

    private Api.Answer ask(String operation, String arguments) {
        return api.send(
                "POST",
                "/_encargo/" + operation,
                arguments,
                Map.of("Encargo-Control", host.self().key()));
    }
}
