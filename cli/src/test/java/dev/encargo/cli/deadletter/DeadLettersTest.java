package dev.encargo.cli.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.Operator;
import dev.encargo.cli.Operator.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("dlq")
class DeadLettersTest {
    private static final Path INFRASTRUCTURE =
            Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure");

    @TempDir
    private Path folder;

    private Operator operator;
    private String facts;

    @BeforeEach
    void start() throws Exception {
        operator = Operator.at(template(), Files.createDirectories(folder.resolve("data")));
        facts = operator.host()
                .queues()
                .byName("order-facts")
                .orElseThrow()
                .resource()
                .arn();
    }

    @AfterEach
    void stop() throws Exception {
        operator.close();
    }

    /// The template without retries: an event that its target refuses once is a dead letter.
    private Path template() throws IOException {
        Path copy = folder.resolve("infrastructure");
        try (Stream<Path> files = Files.walk(INFRASTRUCTURE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(INFRASTRUCTURE.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path template = copy.resolve("template.yaml");
        Files.writeString(
                template,
                Files.readString(template).replaceAll("MaximumRetryAttempts: 185", "MaximumRetryAttempts: 0"));
        return template;
    }

    private String deadLetters() throws InterruptedException {
        operator.host().delivery().bus().failTarget(facts, 1_000);
        String order = operator.place("pm_ok");
        operator.settle();
        operator.host().delivery().bus().failTarget(facts, 0);
        return order;
    }

    @Test
    @DisplayName("F30: redriven dead letters are delivered, and the order ends as if they had never died")
    void redriven_dead_letters_bring_the_order_to_its_end() throws Exception {
        String order = deadLetters();
        assertThat(operator.status(order)).isEqualTo("PENDING");
        Said redriven = operator.says("dlq", "redrive", "undelivered-events", "--json");
        assertThat(redriven.exitCode()).isZero();
        assertThat(redriven.json().path("redriven").asInt()).isPositive();
        assertThat(redriven.json().path("left").asInt()).isZero();
        operator.settle();
        assertThat(operator.status(order)).isEqualTo("PAID");
        assertThat(operator.says("dlq", "list").out()).contains("There are no dead letters.");
    }

    @Test
    void what_died_is_listed_with_its_cause_and_a_dry_run_changes_nothing() throws Exception {
        deadLetters();
        Said listed = operator.says("dlq", "list");
        assertThat(listed.out()).contains("undelivered-events", "THROTTLING");
        assertThat(operator.says("dlq", "redrive", "undelivered-events", "--dry-run")
                        .out())
                .contains("OrdersLearnWhatHappened", "OrderFacts", "Nothing was changed.");
        assertThat(operator.says("dlq", "list").out().lines().findFirst())
                .isEqualTo(listed.out().lines().findFirst());
        assertThat(operator.says("dlq", "show", "undelivered-events").out()).contains("msg_");
    }

    @Test
    void an_event_says_which_rule_could_not_deliver_it() throws Exception {
        String order = deadLetters();
        assertThat(operator.says("events", "tail", "--once", "--order", order, "--type", "Stock*")
                        .out())
                .contains("StockReserved", "2/7 rules", "THROTTLING");
    }

    @ParameterizedTest
    @CsvSource({
        "redrive, there is nothing to redrive.",
        "redrive --dry-run, there is nothing to redrive.",
        "purge, there is nothing to throw away.",
        "purge --yes, there is nothing to throw away."
    })
    void a_queue_without_dead_letters_says_so(String command, String said) {
        Said nothing = operator.says(("dlq " + command + " undelivered-events").split(" "));
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.out()).isEqualTo("  undelivered-events holds no dead letters: " + said + "\n");
    }

    @Test
    void nothing_is_thrown_away_without_yes() throws Exception {
        deadLetters();
        assertThat(operator.says("dlq", "purge", "undelivered-events").exitCode())
                .isEqualTo(2);
        assertThat(operator.says("dlq", "list").out()).contains("undelivered-events");
        assertThat(operator.says("dlq", "purge", "undelivered-events", "--yes").exitCode())
                .isZero();
        assertThat(operator.says("dlq", "list").out()).contains("There are no dead letters.");
    }

    @Test
    void one_dead_letter_is_not_spoken_of_as_many_and_advice_names_the_host() throws Exception {
        deadLetters();
        String letter = operator.says("dlq", "show", "undelivered-events", "--json")
                .json()
                .path("message")
                .asText();
        String data = " --data " + operator.data();
        assertThat(operator.refuses("dlq", "purge", "undelivered-events", "--id", letter))
                .containsExactly(
                        "  ✕ This would throw away 1 dead letter of undelivered-events for ever.",
                        "    Nothing was changed, since --yes was not given.",
                        "    Look first:  encargo dlq show undelivered-events" + data + "      then add --yes");
        assertThat(operator.says("dlq", "list").out())
                .contains("  Look:    encargo dlq show undelivered-events" + data)
                .contains("  Redrive: encargo dlq redrive undelivered-events --dry-run" + data);
        assertThat(operator.refuses("dlq", "show", "nowhere")).endsWith("    Use:  encargo dlq list" + data);
        assertThat(operator.says("dlq", "purge", "undelivered-events", "--id", letter, "--yes")
                        .out())
                .contains("1 dead letter of undelivered-events is gone.");
    }

    @Test
    void dead_letters_are_spoken_of_in_Spanish() throws Exception {
        deadLetters();
        assertThat(operator.says("dlq", "list", "--lang", "es").out())
                .contains("COLA", "MENSAJES", "MÁS ANTIGUO", "ERROR PRINCIPAL")
                .contains("  Ver:        encargo dlq show undelivered-events")
                .contains("  Reintentar: encargo dlq redrive undelivered-events --dry-run");
        assertThat(operator.refuses("dlq", "purge", "undelivered-events", "--lang", "es"))
                .element(1)
                .isEqualTo("    No se ha cambiado nada, pues no se ha dado --yes.");
        assertThat(operator.says("dlq", "redrive", "undelivered-events", "--lang", "es")
                        .out())
                .containsPattern("✓ ([0-9]+) de \\1 mensajes fallidos de undelivered-events están otra vez en camino");
    }

    @Test
    void a_queue_that_keeps_no_dead_letters_is_refused() {
        assertThat(operator.says("dlq", "redrive", "stock").exitCode()).isEqualTo(2);
        assertThat(operator.says("dlq", "show", "msg_999999").exitCode()).isEqualTo(1);
    }
}
