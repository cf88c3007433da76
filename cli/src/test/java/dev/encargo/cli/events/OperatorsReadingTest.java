package dev.encargo.cli.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Operator;
import dev.encargo.cli.Operator.Said;
import dev.encargo.cli.running.HostChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static String stopped;

    @BeforeAll
    static void placeOrders() throws Exception {
        Path template = Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml");
        operator = Operator.at(template, Files.createDirectories(folder.resolve("data")));
        paid = operator.place("pm_ok");
        declined = operator.place("pm_declined");
        stopped = operator.place("pm_timeout");
        operator.settle();
        operator.says("workflow", "stop", "FulfilOrder", stopped);
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
    void an_event_is_meant_by_a_part_of_its_id_that_no_other_has() throws Exception {
        JsonNode event = created();
        String id = event.path("id").asText();
        String end = id.substring(id.length() - 8);
        String busId = event.at("/event/id").asText();
        for (String part : List.of(
                end,
                "evt_…" + end,
                id.substring(0, 9) + "..." + end.toLowerCase(Locale.ROOT),
                busId.substring(0, 13))) {
            assertThat(operator.says("events", "show", part).out()).as(part).contains(id);
            assertThat(operator.says("events", "why", part).out()).as(part).contains(id);
        }
        assertThat(operator.refuses("events", "show", "evt_01"))
                .startsWith(
                        "  ✕ “evt_01” names no event.",
                        "    An id is evt_ and 26 letters and digits; at least 3 of them are needed.");
        List<String> manifold = operator.refuses("events", "show", id.substring(0, 7));
        assertThat(manifold.getFirst()).isEqualTo("  ✕ “" + id.substring(0, 7) + "” is more than one event.");
        assertThat(manifold.get(1)).matches("    (evt_[0-9A-Z]{26}  ){5}…");
        assertThat(operator.refuses("events", "why", "evt_none"))
                .endsWith("    See the latest:  encargo events tail --once --data " + operator.data());
    }

    @Test
    void the_log_counts_the_rules_of_each_bus_and_keeps_its_columns_where_a_type_is_long() {
        List<String> lines =
                operator.says("events", "tail", "--once").out().lines().toList();
        assertThat(lines.getLast())
                .contains("Step Functions Execution Status Change", "1/1 rule ", "NothingFailsUnseen");
        assertThat(lines.stream().map(line -> line.indexOf('/')))
                .containsOnly(lines.getLast().indexOf('/'));
        assertThat(Rules.of(new HostChoice(operator.data()).stack()).listening())
                .containsExactly(Map.entry("encargo", 7L), Map.entry("default", 1L));
    }

    @Test
    void less_than_one_event_or_execution_is_none() {
        assertThat(operator.refuses("events", "tail", "--limit", "0"))
                .startsWith("  ✕ 0 is no value for --limit.", "    It takes a whole number, 1 or more.");
        assertThat(operator.says("workflow", "runs", "--limit", "-1").exitCode())
                .isEqualTo(2);
    }

    @Test
    void an_event_is_shown_in_Spanish() throws Exception {
        String id = created().path("id").asText();
        assertThat(operator.says("events", "show", id, "--lang", "es").out())
                .containsSubsequence("    Hora    20", "    Origen  encargo.orders en el bus encargo")
                .containsSubsequence("    Pedido  " + paid, "    Reglas  2/7 reglas");
        assertThat(operator.says("events", "why", id, "--rule", "GoodsAreAskedFor", "--lang", "es")
                        .out())
                .contains("GoodsAreAskedFor  source: hay \"encargo.orders\", se pide [\"encargo.invoices\"]")
                .contains("    Patrón    source", "    Hallado   \"encargo.orders\"", "    Entero    {");
        assertThat(operator.says("events", "why", id, "--rule", "GoodsAreAskedFor", "--lang", "es", "--json")
                        .json()
                        .at("/rules/0/why")
                        .asText())
                .as("programs read one language")
                .isEqualTo("source: \"encargo.orders\" is not \"encargo.invoices\"");
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
    void an_execution_is_meant_by_a_part_of_its_name_or_its_orders_id() throws Exception {
        String name = operator.says("workflow", "show", "FulfilOrder", declined, "--json")
                .json()
                .path("name")
                .asText();
        String end = declined.substring(declined.length() - 8);
        for (String part : List.of(end, "ord_…" + end.toLowerCase(Locale.ROOT), name.substring(0, 13))) {
            assertThat(operator.says("workflow", "show", "FulfilOrder", part).out())
                    .as(part)
                    .contains(name, declined);
        }
        assertThat(operator.says("workflow", "show", "UndoOrder", end).out()).contains(declined);
        assertThat(operator.refuses("workflow", "redrive", "FulfilOrder", end))
                .containsExactly(
                        "  ✕ FulfilOrder " + name + " is SUCCEEDED.",
                        "    Only what failed, timed out or was stopped runs again. Nothing was changed.",
                        "    Look at it:  encargo workflow show FulfilOrder " + name + " --data " + operator.data());
        String start = declined.substring(0, 7);
        assertThat(operator.refuses("workflow", "stop", "FulfilOrder", start))
                .startsWith("  ✕ “" + start + "” is more than one execution of FulfilOrder.")
                .endsWith("    Give more of the id.");
        assertThat(operator.refuses("workflow", "show", "FulfilOrder", "9"))
                .containsExactly(
                        "  ✕ “9” names no execution.",
                        "    At least 3 letters and digits of its name, or of its order's id, are needed.",
                        "    Use:  encargo workflow runs --workflow FulfilOrder --data " + operator.data());
    }

    @Test
    void an_execution_is_shown_in_Spanish() {
        String shown = operator.says("workflow", "show", "FulfilOrder", stopped, "--lang", "es", "--io")
                .out();
        assertThat(shown).containsPattern("    Empezó 20[0-9: -]+, tardó [0-9.,]+ m?s");
        assertThat(shown)
                .contains("      entra  {", "      sale   {", "    Error   Operator: Stopped by the operator.");
        assertThat(operator.says("workflow", "show", "UndoOrder", "--lang", "es")
                        .out())
                .contains("límite 20 s", "otra vez tras States.ALL ×∞", "└ si no → CreditInvoice");
        assertThat(operator.says("workflow", "list", "--lang", "es").out())
                .contains("FLUJO        CLASE     ESTADOS  EN MARCHA  BIEN  FALLIDAS  DEFINICIÓN");
        assertThat(operator.refuses("workflow", "show", "Nada", "--lang", "es"))
                .containsExactly(
                        "  ✕ La plantilla no tiene el flujo de trabajo Nada.",
                        "    Tiene: FulfilOrder, UndoOrder.",
                        "    Use:  encargo workflow list --data " + operator.data());
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
