package dev.encargo.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.OperatedHost;
import dev.encargo.cli.OperatedHost.Said;
import dev.encargo.cli.running.Api;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("orders on the command line")
class OrderCommandsTest {
    @RegisterExtension
    private static final OperatedHost HOST = new OperatedHost();

    private static String placed(String... more) {
        String[] create = {"order", "create", "--sample", "--watch", "--json"};
        List<String> all = new ArrayList<>(List.of(create));
        all.addAll(List.of(more));
        return HOST.run(all.toArray(String[]::new)).object().path("orderId").asText();
    }

    private static String status(String id) {
        return HOST.run("order", "show", id, "--json")
                .object()
                .at("/order/status")
                .asText();
    }

    @Nested
    class placing {

        @Test
        void the_sample_is_of_a_customer_who_speaks_the_language_asked_for() {
            JsonNode spanish = HOST.run("order", "create", "--sample", "--lang", "es", "--json")
                    .object();
            assertThat(spanish.path("locale").asText()).isEqualTo("es");
            assertThat(spanish.at("/items/0/description").asText()).isEqualTo("Camiseta, negra, M");
            assertThat(HOST.run("order", "create", "--sample", "--json")
                            .object()
                            .path("locale")
                            .asText())
                    .isEqualTo("en");
            assertThat(HOST.run("order", "create", "--sample", "--lang", "es", "--locale", "en", "--json")
                            .object()
                            .path("locale")
                            .asText())
                    .isEqualTo("en");
        }

        @Test
        void the_sample_is_watched_until_it_is_paid_and_says_the_rate_of_its_line() {
            Said said = HOST.run("order", "create", "--sample", "--watch");
            assertThat(said.exitCode()).as(said.err()).isZero();
            List<String> lines = said.out().lines().toList();
            assertThat(lines.getFirst()).matches("  ord_[0-9A-Z]{26}   TEE-BLK-M   2 × 21.90 net at 21 % → €53.00");
            assertThat(lines).anyMatch(line -> line.matches("  ✓ received +[0-9.]+ m?s"));
            assertThat(said.out())
                    .containsSubsequence("received", "stock reserved", "payment captured", "invoiced", "F-20")
                    .containsSubsequence("waiting for shipment", "encargo order ship ord_", "--data " + HOST.folder())
                    .containsPattern("  paid in [0-9.]+ m?s   http://127.0.0.1:[0-9]+/orders/ord_");
        }

        @Test
        void with_json_each_step_is_an_object_and_the_last_is_the_outcome() {
            List<JsonNode> steps =
                    HOST.run("order", "create", "--sample", "--watch", "--json").objects();
            assertThat(steps.stream().map(step -> step.path("code").asText()))
                    .startsWith("ORDER_PLACED", "STOCK_RESERVED", "PAYMENT_CAPTURED", "INVOICE_ISSUED");
            assertThat(steps.subList(0, steps.size() - 1))
                    .allSatisfy(step -> assertThat(step.has("ms")).isTrue());
            assertThat(steps.getLast().path("outcome").asText()).isEqualTo("REACHED");
            assertThat(steps.getLast().path("status").asText()).isEqualTo("PAID");
            assertThat(steps.getLast().path("invoice").asText()).startsWith("F-");
        }

        @Test
        void amounts_in_json_keep_their_digits() {
            assertThat(HOST.run("order", "create", "--sample", "--json").out())
                    .contains("\"unitPrice\":21.90", "\"net\":43.80", "\"gross\":53.00");
        }

        @Test
        void goods_that_the_warehouse_lacks_end_rejected_with_exit_code_1() {
            Said said = HOST.run("order", "create", "--sku", "SKU-NONE", "--qty", "3", "--watch");
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.out())
                    .contains("SKU-NONE   3 × 21.90 net at 21 %")
                    .containsSubsequence("✕ stock refused", "SKU-NONE", "rejected: the warehouse lacks goods");
        }

        @Test
        void a_payment_method_that_nobody_knows_is_declined_with_its_reason() {
            Said said = HOST.run("order", "create", "--sample", "--payment-method", "pm_foo", "--watch");
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.out())
                    .containsSubsequence("✕ payment declined", "unknown_payment_method")
                    .contains("rejected: the payment was declined");
        }

        @Test
        void a_payment_that_never_comes_is_not_waited_for_endlessly() {
            Said said = HOST.run(
                    "order", "create", "--sample", "--payment-method", "pm_timeout", "--watch", "--timeout", "2");
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.out()).contains("stock reserved");
            assertThat(said.err())
                    .contains("is RESERVED, and nothing has moved for 2.0 s")
                    .contains("It waits for the payment provider")
                    .contains("encargo clock +31m");
        }

        @Test
        void a_file_on_standard_input_is_an_order_and_yen_have_no_decimals() {
            Said said = HOST.fed(
                    "{\"customerId\":\"c-7\",\"currency\":\"JPY\",\"items\":["
                            + "{\"sku\":\"MUG\",\"quantity\":3,\"unitPrice\":1280},"
                            + "{\"sku\":\"TEE\",\"quantity\":1,\"unitPrice\":2190,\"taxRate\":0.1}]}",
                    "order",
                    "create",
                    "--file",
                    "-",
                    "--customer",
                    "c-8");
            assertThat(said.out()).contains("2 lines   6030 net + 1025 tax → ¥7,055");
            String id = said.out().strip().split(" ")[0];
            assertThat(HOST.run("order", "show", id).out())
                    .contains("c-8", "Tax 10 % of 2190     ¥219", "Tax 21 % of 3840     ¥806")
                    .contains("Total              ¥7,055");
        }

        @Test
        void the_same_key_and_order_are_answered_with_the_same_order() {
            String first = placed("--idempotency-key", "again");
            Said second = HOST.run("order", "create", "--sample", "--idempotency-key", "again");
            assertThat(second.out()).contains(first);
            assertThat(second.err()).contains("It was placed before");
            Said other = HOST.run("order", "create", "--sku", "MUG", "--idempotency-key", "again");
            assertThat(other.exitCode()).isEqualTo(2);
            assertThat(other.err()).contains("was used for another request");
        }
    }

    @Nested
    class what_cannot_be_placed {
        @TempDir
        private Path folder;

        private void refused(Said said, int code, String... words) {
            assertThat(said.exitCode()).isEqualTo(code);
            assertThat(said.err()).contains(words);
            assertThat(said.err().lines()).hasSize(3);
            assertThat(said.out()).isEmpty();
        }

        @Test
        void nothing_at_all() {
            refused(HOST.run("order", "create"), 2, "What is ordered?", "--sample --data " + HOST.folder());
        }

        @Test
        void a_negative_quantity() {
            Said said = HOST.run("order", "create", "--sku", "MUG", "--qty", "-2");
            refused(said, 2, "/items/0/quantity: must be at least 1");
        }

        @ParameterizedTest
        @CsvSource({
            "--qty, '1,5', It takes a whole number.",
            "--qty, abc, It takes a whole number.",
            "--qty, 99999999999, It takes a whole number.",
            "--price, '8,50', 'It takes a number, with a point before its decimals.'",
            "--price, NaN, 'It takes a number, with a point before its decimals.'",
            "--price, 1E+400, A price has 15 digits at most before its point and as many after it.",
            "--price, 1E-400, A price has 15 digits at most before its point and as many after it.",
            "--timeout, soon, It takes a whole number."
        })
        void a_number_that_is_none(String option, String value, String why) {
            Said said = HOST.run("order", "create", "--sku", "MUG", option, value);
            refused(said, 2, "  ✕ " + value + " is no value for " + option + ".", "    " + why);
        }

        @Test
        void a_file_that_is_not_there_not_json_or_not_an_object() throws Exception {
            Path list = Files.writeString(folder.resolve("list.json"), "[]");
            refused(fromFile("", folder.resolve("none").toString()), 2, "There is no such file");
            refused(fromFile("", folder.toString()), 2, "cannot be read");
            refused(fromFile("", list.toString()), 2, "is not an order");
            refused(fromFile("", "none"), 2, "--file FILE --data " + HOST.folder());
            refused(fromFile("{\"customerId\":", "-"), 2, "Standard input is not JSON", "line 1");
            refused(fromFile("{\"a\":1,\"a\":2}", "-"), 2, "is not JSON", "uplicate");
        }

        private static Said fromFile(String input, String file) {
            return HOST.fed(input, "order", "create", "--file", file);
        }

        @Test
        void a_key_that_no_header_can_carry() {
            refused(HOST.run("order", "create", "--sample", "--idempotency-key", "a\nb"), 2, "visible ASCII");
        }

        @Test
        void anything_where_no_host_runs() {
            String[] create = {"order", "create", "--sample", "--data", folder.toString()};
            refused(OperatedHost.anywhere("", create), 3, "Encargo is not running on " + folder, "encargo up");
        }
    }

    @Nested
    class naming_one {

        @Test
        void the_end_of_its_id_is_enough() {
            String id = placed();
            String end = id.substring(id.length() - 10);
            assertThat(found(end)).isEqualTo(id);
            assertThat(found("ord_…" + end.toLowerCase(Locale.ROOT))).isEqualTo(id);
        }

        private static String found(String named) {
            return HOST.run("order", "show", named, "--json")
                    .object()
                    .at("/order/id")
                    .asText();
        }

        @Test
        void what_names_none_or_several_is_refused() {
            placed();
            placed();
            Said several = HOST.run("order", "show", "ord_01M");
            assertThat(several.exitCode()).isEqualTo(2);
            assertThat(several.err()).contains("is more than one order");
            assertThat(HOST.run("order", "show", "ord_00000000000000000000000000")
                            .exitCode())
                    .isEqualTo(1);
            assertThat(HOST.run("order", "show", "000000000").err()).contains("There is no order 000000000.");
            assertThat(HOST.run("order", "show", "../health").exitCode()).isEqualTo(2);
        }
    }

    @Nested
    class listing {

        @Test
        void pages_are_followed_and_filters_kept() throws Exception {
            for (int i = 0; i < 103; i++) {
                HOST.run("order", "create", "--sku", "SKU-NONE", "--customer", "c-many");
            }
            HOST.settle();
            assertThat(HOST.run("order", "list", "--customer", "c-many", "--limit", "200", "--json")
                            .objects())
                    .extracting(order -> order.path("id").asText())
                    .hasSize(103)
                    .doesNotHaveDuplicates();
            Said some = HOST.run(
                    "order", "list", "--customer", "c-many", "--status", "rejected", "--since", "1h", "--limit", "2");
            assertThat(some.out().lines()).hasSize(3);
            assertThat(some.out()).contains("REJECTED", "the warehouse lacks goods", "€26.50");
            assertThat(some.err()).contains("There are more");
            assertThat(HOST.run("order", "list", "--customer", "nobody").err()).contains("No order is like that");
        }

        @Test
        void the_api_says_what_a_moment_looks_like() {
            Api api =
                    new Api(URI.create("http://127.0.0.1:" + HOST.stack().host().port()));
            assertThat(api.send("GET", "/orders?from=yesterday", "", Map.of())
                            .json()
                            .at("/errors/0/message")
                            .asText())
                    .isEqualTo("must be a date-time, such as 2026-01-31T09:00:00Z");
        }

        @Test
        void as_many_as_there_can_be_are_listed() {
            String id = placed();
            assertThat(HOST.run("order", "list", "--limit", "2147483647").out()).contains(id);
        }

        @Test
        void what_is_no_filter_is_refused() {
            Said since = HOST.run("order", "list", "--since", "yesterday");
            assertThat(since.exitCode()).isEqualTo(2);
            assertThat(since.err()).contains("yesterday is no moment.", "Use:  encargo order list --since 10m --data ");
            Said none = HOST.run("order", "list", "--limit", "0");
            assertThat(none.exitCode()).isEqualTo(2);
            assertThat(none.err().lines())
                    .containsExactly(
                            "  ✕ 0 is no value for --limit.",
                            "    It takes a whole number, 1 or more.",
                            "    Use:  encargo order list --limit 20 --data " + HOST.folder());
            assertThat(HOST.run("order", "list", "--status", "lost").exitCode()).isEqualTo(2);
        }

        @Test
        void a_patience_that_is_negative_is_refused_before_anything_is_placed() {
            Said refused = HOST.run("order", "create", "--sample", "--watch", "--timeout", "-5");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).contains("-5 is no value for --timeout.");
        }
    }

    @Nested
    class shipping {

        @Test
        void ship_and_deliver_bring_a_paid_order_to_its_end_and_each_once() {
            String id = placed();
            Said shipped = HOST.run("order", "ship", id);
            assertThat(shipped.exitCode()).as(shipped.err()).isZero();
            assertThat(shipped.out()).contains("✓ shipped   " + id, "TRK-");
            assertThat(HOST.run("order", "ship", id).err()).contains("is shipped already");
            assertThat(HOST.run("order", "cancel", id).err()).contains("does not allow this now");
            JsonNode delivered = HOST.run("order", "deliver", id, "--json").object();
            assertThat(delivered.path("status").asText()).isEqualTo("DELIVERED");
            assertThat(HOST.run("order", "deliver", id).err()).contains("is delivered already");
            assertThat(status(id)).isEqualTo("DELIVERED");
        }

        @Test
        void what_is_not_paid_or_not_shipped_is_refused_and_stays() {
            String unpaid = placed("--payment-method", "pm_timeout", "--timeout", "0");
            Said early = HOST.run("order", "ship", unpaid);
            assertThat(early.exitCode()).isEqualTo(1);
            assertThat(early.err()).contains("is not paid yet");
            String paid = placed();
            Said sooner = HOST.run("order", "deliver", paid);
            assertThat(sooner.exitCode()).isEqualTo(1);
            assertThat(sooner.err()).contains("is not shipped yet", "encargo order ship " + paid);
            assertThat(status(paid)).isEqualTo("PAID");
        }
    }

    @Nested
    class canceling {

        @Test
        void a_paid_order_is_undone_step_by_step() {
            String id = placed();
            Said said = HOST.run("order", "cancel", id, "--watch");
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.out())
                    .containsSubsequence("cancel asked for", "invoice credited", "payment given back", "€53.00")
                    .contains("canceled in");
            Said ship = HOST.run("order", "ship", id);
            assertThat(ship.exitCode()).isEqualTo(1);
            assertThat(ship.err()).contains(id + " is CANCELED");
            assertThat(HOST.run("order", "show", id).out())
                    .contains("Cancel:", ": done", "Credit note:", "--credit-note", "UndoOrder succeeded");
            assertThat(HOST.run("order", "watch", id).exitCode()).isEqualTo(1);
        }
    }

    @Nested
    class in_Spanish {

        @Test
        void the_story_and_money_of_an_order_are_as_Spanish_writes_them() {
            Said said = HOST.run("order", "create", "--sample", "--watch", "--lang", "es");
            assertThat(said.exitCode()).as(said.err()).isZero();
            List<String> lines = said.out().lines().toList();
            assertThat(lines.getFirst()).matches("  ord_[0-9A-Z]{26}   TEE-BLK-M   2 × 21,90 netos al 21 % → 53,00 €");
            assertThat(lines).anyMatch(line -> line.matches("  ✓ recibido +[0-9,]+ m?s"));
            assertThat(said.out())
                    .containsSubsequence("artículos reservados", "pago cobrado", "facturado", "F-20")
                    .containsSubsequence("a la espera del envío", "encargo order ship ord_")
                    .containsPattern("  pagado en [0-9,]+ m?s   http://127.0.0.1:[0-9]+/orders/ord_");
        }

        @Test
        void an_order_is_shown_with_labels_and_amounts_aligned() {
            String id = placed();
            HOST.run("order", "cancel", id, "--watch");
            assertThat(HOST.run("order", "show", id, "--lang", "es").out().lines())
                    .contains(
                            "  " + id + "   CANCELED   53,00 €",
                            "  Cliente:       c-1, Ana, ana@example.com",
                            "  Motivo:        se pidió cancelarlo",
                            "  SKU        DESCRIPCIÓN        CANT.  PRECIO  IMPUESTO   NETO",
                            "  TEE-BLK-M  T-shirt, black, M      2   21,90      21 %  43,80",
                            "  Neto                     43,80 €",
                            "  Impuesto 21 % de 43,80    9,20 €",
                            "  Total                    53,00 €")
                    .anyMatch(
                            line -> line.matches("  ✓ [0-9: .-]{23}  Se reembolsó el pago de 53,00 €   payment pay_.*"))
                    .anyMatch(line -> line.matches("  Nota de abono: R-[0-9-]+   encargo invoice get " + id + ".*"))
                    .anyMatch(line -> line.matches("  Flujo: +UndoOrder terminó bien tras [0-9,]+ m?s"));
        }

        @Test
        void a_refusal_has_its_three_lines() {
            Said said = HOST.run("order", "create", "--sku", "MUG", "--price", "8,50", "--lang", "es");
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err().lines())
                    .containsExactly(
                            "  ✕ 8,50 no es un valor para --price.",
                            "    Admite un número, con punto antes de los decimales.",
                            "    Use:  encargo order create --help");
        }
    }
}
