package dev.encargo.cli.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Operator;
import dev.encargo.cli.Operator.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("commands that read what a host has stored")
class OperatorsReadingTest {
    @TempDir
    private static Path folder;

    private static Operator operator;
    private static String declined;
    private static String paid;

    @BeforeAll
    static void placeOrders() throws Exception {
        Path template = Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml");
        operator = Operator.at(template, Files.createDirectories(folder.resolve("data")));
        paid = operator.place("pm_ok");
        declined = operator.place("pm_declined");
        operator.settle();
    }

    @AfterAll
    static void stop() throws Exception {
        operator.close();
    }

    private static JsonNode created() throws Exception {
        return operator.says("events", "tail", "--limit", "1", "--type", "OrderCreated", "--order", paid, "--json")
                .json();
    }

    @Test
    void events_hide_the_customers_data_unless_it_is_asked_for() throws Exception {
        String id = created().path("id").asText();
        assertThat(operator.says("events", "show", id).out())
                .contains("hidden (")
                .doesNotContain("ana@example.com");
        assertThat(operator.says("events", "show", id, "--private").out()).contains("ana@example.com");
    }

    @Test
    void why_names_the_first_field_that_failed() throws Exception {
        Said why =
                operator.says("events", "why", created().path("id").asText(), "--rule", "GoodsAreAskedFor", "--json");
        assertThat(why.json().path("rules").path(0).path("matches").asBoolean()).isFalse();
        assertThat(why.json().path("rules").path(0).path("path").asText()).isEqualTo("source");
    }

    @Test
    void an_unknown_event_or_rule_is_refused() {
        assertThat(operator.says("events", "show", "evt_none").exitCode()).isEqualTo(1);
        assertThat(operator.says("events", "tail", "--once", "--rule", "Nobody").exitCode())
                .isEqualTo(2);
    }

    @Test
    void an_execution_is_found_by_its_order_with_the_path_that_it_took() throws Exception {
        JsonNode run = operator.says("workflow", "show", "FulfilOrder", declined, "--json")
                .json();
        assertThat(run.path("states").findValuesAsText("state"))
                .containsExactly("ReserveStock", "TakePayment", "Ended");
        assertThat(run.path("states").path(1).path("errors").path(0).asText()).isEqualTo("PaymentDeclined");
        assertThat(operator.says("workflow", "show", "FulfilOrder", declined, "--io")
                        .out())
                .doesNotContain("ana@example.com");
    }

    @Test
    void the_outline_shows_every_state() {
        assertThat(operator.says("workflow", "show", "UndoOrder").out())
                .contains("StopShipment", "HasParcelLeft", "CreditInvoice", "RefundPayment", "ReleaseStock", "TooLate");
    }

    @Test
    void mails_are_found_by_their_order() throws Exception {
        JsonNode mail = operator.says("mail", "list", "--order", paid, "--json").json();
        assertThat(mail.path("to").asText()).isEqualTo("ana@example.com");
        assertThat(operator.says("mail", "show", mail.path("id").asText(), "--html")
                        .out())
                .contains("<html");
    }

    @Test
    void analytics_counts_what_was_published_a_moment_ago() throws Exception {
        JsonNode answer = operator.says("analytics", "funnel", "--json").json();
        assertThat(answer.findValuesAsText("stage")).contains("created", "paid", "rejected");
        assertThat(operator.says("analytics", "nothing").exitCode()).isEqualTo(2);
    }

    @Test
    void a_succeeded_execution_is_neither_redriven_nor_stopped() {
        assertThat(operator.says("workflow", "redrive", "FulfilOrder", paid).exitCode())
                .isEqualTo(1);
        assertThat(operator.says("workflow", "stop", "FulfilOrder", paid).exitCode())
                .isEqualTo(1);
    }
}
