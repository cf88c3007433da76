package dev.encargo.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.analytics.Answer;
import dev.encargo.cli.OperatedHost;
import dev.encargo.cli.OperatedHost.Said;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.words.Language;
import dev.encargo.cli.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("questions to the lake on the command line")
class AnalyticsCommandTest {

    @Nested
    class a_table {
        private static final Answer BY_DAY = new Answer(
                "orders-by-day",
                List.of("day", "currency", "orders", "ordered_minor", "revenue_minor"),
                List.of(
                        List.of("2026-01-02", "EUR", 10L, 53000L, 53000L),
                        List.of("2026-01-03", "EUR", 3L, 633L, -5300L)));

        @AfterEach
        void english_again() {
            Words.speak(Language.EN);
        }

        @Test
        void has_numbers_to_the_right_and_amounts_in_units_of_their_currency() {
            assertThat(table(BY_DAY)).isEqualTo("""
                      day         currency  orders  ordered  revenue
                      2026-01-02  EUR           10   530.00   530.00
                      2026-01-03  EUR            3     6.33   -53.00
                    """);
        }

        @Test
        void in_Spanish_has_its_words_and_commas() {
            Words.speak(Language.ES);
            assertThat(table(BY_DAY)).isEqualTo("""
                      día         moneda  pedidos  solicitado  ingresos
                      2026-01-02  EUR          10      530,00    530,00
                      2026-01-03  EUR           3        6,33    -53,00
                    """);
            Answer funnel = new Answer(
                    "funnel",
                    List.of("stage", "orders", "percent"),
                    List.of(List.of("created", 13L, new BigDecimal("100.0"))));
            assertThat(table(funnel)).isEqualTo("""
                      etapa   pedidos  por ciento
                      creado       13       100,0
                    """);
        }

        @Test
        void without_rows_says_so() {
            assertThat(table(new Answer("funnel", List.of("stage", "orders"), List.of())))
                    .isEqualTo("  stage  orders\n  (none)\n");
        }

        private static String table(Answer answer) {
            PrintStream before = System.out;
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            try {
                new AnswerTable(answer).print(new Output());
            } finally {
                System.setOut(before);
            }
            return said.toString(StandardCharsets.UTF_8);
        }
    }

    @Nested
    class asked_of_a_host {
        @RegisterExtension
        private static final OperatedHost HOST = new OperatedHost();

        @Test
        void the_lake_answers_with_times_of_one_style() throws Exception {
            HOST.run("order", "create", "--sample", "--watch");
            HOST.settle();
            String moment = " +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";
            assertThat(HOST.run("analytics", "events").out().lines())
                    .anyMatch(line -> line.matches("  PaymentCaptured +1" + moment + moment));
            assertThat(HOST.run("analytics", "--lang", "es").out())
                    .containsSubsequence("\n  funnel\n", "  etapa", "  creado", "\n\n  rejections\n", "  (nada)\n");
            assertThat(HOST.run("analytics", "funnel", "--json")
                            .object()
                            .at("/answers/funnel/0/orders")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void what_is_no_question_is_refused_with_one_that_is() {
            Said said = HOST.run("analytics", "profit", "--lang", "es");
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err().lines())
                    .containsExactly(
                            "  ✕ No existe la pregunta profit.",
                            "    Hay: orders-by-day, funnel, rejections, time-to-paid, events, all.",
                            "    Use:  encargo analytics orders-by-day --data " + HOST.folder());
        }
    }
}
