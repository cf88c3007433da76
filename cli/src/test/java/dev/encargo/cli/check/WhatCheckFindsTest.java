package dev.encargo.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Encargo;
import dev.encargo.cli.Encargo.Ended;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.Template;
import dev.encargo.cli.up.LocalStack;
import dev.encargo.local.host.HostSettings;
import dev.encargo.providers.NoticeHabits;
import dev.encargo.providers.ProvidersSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("what check finds in a folder that a host has left")
class WhatCheckFindsTest {
    @TempDir
    private static Path made;

    private static String paid = "";
    private static String paidToo = "";
    private static String canceled = "";
    private static String declined = "";
    private static String waiting = "";
    private static String handedOver = "";

    @TempDir
    private Path data;

    @BeforeAll
    static void a_host_has_worked() throws Exception {
        HostSettings settings = HostSettings.of(Template.ofThisCheckout(), made, 0);
        ProvidersSettings outside =
                ProvidersSettings.in(made.resolve("providers.db")).withHabits(NoticeHabits.TIDY);
        try (LocalStack stack = LocalStack.start(settings, outside, List.of())) {
            Shop shop = new Shop(URI.create("http://127.0.0.1:" + stack.host().port()));
            paid = shop.placed("a", "pm_ok", "TEE");
            paidToo = shop.placed("b", "pm_ok", "MUG");
            canceled = shop.placed("c", "pm_ok", "TEE");
            declined = shop.placed("d", "pm_declined", "TEE");
            waiting = shop.placed("e", "pm_timeout", "TEE");
            assertThat(stack.host().awaitQuiet()).isTrue();
            assertThat(shop.cancel(canceled).statusCode()).isEqualTo(202);
            assertThat(stack.host().awaitQuiet()).isTrue();
            handedOver = shop.placed("f", "pm_ok", "TEE");
            assertThat(stack.host().awaitQuiet()).isTrue();
            assertThat(shop.ship(handedOver).statusCode()).isEqualTo(200);
            assertThat(stack.host().awaitQuiet()).isTrue();
            assertThat(shop.order(canceled).path("status").asText()).isEqualTo("CANCELED");
            assertThat(shop.order(waiting).path("status").asText()).isEqualTo("RESERVED");
        }
    }

    @BeforeEach
    void a_copy_of_the_folder() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = data.resolve(made.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void nothing_where_nothing_is_wrong() throws IOException {
        Audit audit = Audit.of(new HostChoice(data));
        assertThat(audit.violations()).isEmpty();
        assertThat(audit.deadLetters()).isEmpty();
        assertThat(audit.inFlight()).as("the order that waits for its money").isEqualTo(1);
        assertThat(audit.counts().orders())
                .containsOnly(
                        Map.entry("PAID", 2L),
                        Map.entry("SHIPPED", 1L),
                        Map.entry("CANCELED", 1L),
                        Map.entry("REJECTED", 1L),
                        Map.entry("RESERVED", 1L));
        assertThat(audit.counts().invoices()).isEqualTo(4);
        assertThat(audit.counts().creditNotes()).isEqualTo(1);
        assertThat(audit.counts().money()).containsExactly(Map.entry("EUR", new Counts.Money(4 * 5300, 5300)));
        assertThat(audit.counts().reserved()).isEqualTo(3 * 2);
    }

    @Nested
    class by_the_command {

        @Test
        void exit_code_0_and_one_object_where_everything_holds() throws Exception {
            Ended ended = Encargo.run(data, "check", "--data", data.toString(), "--json");
            assertThat(ended.exitCode()).as("%s", ended).isZero();
            assertThat(ended.out().lines()).hasSize(1);
            assertThat(Evidence.json(ended.out()).path("violations")).isEmpty();
            assertThat(Evidence.json(ended.out()).at("/orders/PAID").asInt()).isEqualTo(2);
        }

        @Test
        void exit_code_1_and_what_was_found_and_expected() throws Exception {
            books("UPDATE payments SET captures = 2 WHERE order_id = '" + paid + "'");
            Ended ended = Encargo.run(data, "check", "--data", data.toString());
            assertThat(ended.exitCode()).as("%s", ended).isEqualTo(1);
            assertThat(ended.out()).contains("I3", paid, "2 captures", "at most 1", "  ✕ 1 violation.");
        }

        @Test
        void amounts_of_different_currencies_are_not_added_up() throws Exception {
            books("UPDATE payments SET currency = 'JPY', captured = 4380 WHERE order_id = '" + paidToo + "'");
            assertThat(Encargo.run(data, "check", "--data", data.toString()).out())
                    .contains("  Captured   €159.00 · ¥4,380\n", "  Refunded   €53.00\n");
            JsonNode json = Evidence.json(Encargo.run(data, "check", "--data", data.toString(), "--json")
                    .out());
            assertThat(json.path("money").toString())
                    .isEqualTo(
                            "{\"EUR\":{\"captured\":15900,\"refunded\":5300},\"JPY\":{\"captured\":4380,\"refunded\":0}}");
        }

        @Test
        void what_was_found_is_said_in_Spanish_to_people_and_in_English_to_programs() throws Exception {
            host("INSERT INTO messages (queue, body, sent, visible) VALUES ('order-facts', '{}', 0, 0)");
            Ended said = Encargo.run(data, "check", "--data", data.toString(), "--lang", "es");
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).isEqualTo("  Mirando " + data + "…\n");
            assertThat(said.out().lines().map(String::strip))
                    .containsSubsequence(
                            "Pedidos      6 · RESERVED 1 · PAID 2 · SHIPPED 1 · REJECTED 1 · CANCELED 1",
                            "En curso     1")
                    .anyMatch(line -> line.startsWith("Facturas     4 · notas de abono 1"))
                    .anyMatch(line -> line.matches(
                            "I8 +order-facts/[0-9]+ +un mensaje desde 19[0-9-]+ [0-9:]{8} +tratado o fallido en .*"))
                    .endsWith("✕ 1 incumplimiento.");
            Ended json = Encargo.run(data, "check", "--data", data.toString(), "--lang", "es", "--json");
            assertThat(Evidence.json(json.out()).at("/violations/0/found").asText())
                    .startsWith("a message since ");
        }

        @Test
        void exit_code_3_where_no_host_has_run() throws Exception {
            Ended ended =
                    Encargo.run(data, "check", "--data", data.resolve("none").toString());
            assertThat(ended.exitCode()).as("%s", ended).isEqualTo(3);
        }
    }

    @Nested
    class I1 {

        @Test
        void an_accepted_order_that_is_gone() throws Exception {
            host("DELETE FROM documents WHERE collection = 'orders' AND id = '" + paid + "'");
            assertFound("I1", paid);
        }
    }

    @Nested
    class I2 {

        @Test
        void money_given_back_in_part() throws Exception {
            books("UPDATE payments SET refunded = 100 WHERE order_id = '" + paid + "'");
            assertFound("I2", paid);
        }

        @Test
        void money_given_back_and_no_credit_note() throws Exception {
            books("UPDATE payments SET refunded = captured WHERE order_id = '" + paid + "'");
            assertFound("I2", paid);
        }

        @Test
        void money_kept_of_a_canceled_order() throws Exception {
            books("UPDATE payments SET refunded = 0 WHERE order_id = '" + canceled + "'");
            assertFound("I2", canceled);
        }
    }

    @Nested
    class I3 {

        @Test
        void an_order_captured_twice() throws Exception {
            books("UPDATE payments SET captures = 2 WHERE order_id = '" + paid + "'");
            assertFound("I3", paid);
        }
    }

    @Nested
    class I4 {

        @Test
        void a_missing_pdf() throws Exception {
            Files.delete(pdf());
            assertFound("I4", "F-");
        }

        @Test
        void a_changed_pdf() throws Exception {
            Files.writeString(pdf(), "%", StandardOpenOption.APPEND);
            assertFound("I4", "F-");
        }

        @Test
        void a_number_on_two_invoices_and_one_on_none() throws Exception {
            host(
                    "UPDATE documents SET body = json_set(body, '$.document', json((SELECT json_extract(body, '$.document') FROM"
                            + " documents WHERE collection = 'invoices' AND id = '" + paid + "')))"
                            + " WHERE collection = 'invoices' AND id = '" + paidToo + "'");
            assertFound("I4", "F-");
        }

        @Test
        void a_number_that_was_skipped() throws Exception {
            host(
                    "UPDATE documents SET body = json_set(body, '$.last', 5) WHERE collection = 'invoice-numbers' AND id LIKE 'F-%'");
            assertFound("I4", "F-");
        }

        @Test
        void a_number_dated_before_the_one_before_it() throws Exception {
            host(
                    "UPDATE documents SET body = json_set(body, '$.document.date', '2099-12-31') WHERE collection = 'invoices'"
                            + " AND json_extract(body, '$.document.number') LIKE 'F-%-000001'");
            assertFound("I4", "F-");
        }

        private Path pdf() throws IOException {
            return file("F-", ".pdf");
        }
    }

    @Nested
    class I5 {

        @Test
        void a_unit_that_is_nowhere() throws Exception {
            books("UPDATE stock SET available = available - 1 WHERE sku = 'TEE'");
            assertFound("I5", "TEE");
        }

        @Test
        void goods_held_for_a_closed_order() throws Exception {
            books(
                    "UPDATE reservations SET status = 'reserved' WHERE order_id = '" + declined + "'",
                    "UPDATE stock SET available = available - 2, reserved = reserved + 2 WHERE sku = 'TEE'");
            assertFound("I5", declined);
        }

        @Test
        void goods_held_for_an_order_that_has_left() throws Exception {
            books(
                    "UPDATE reservations SET status = 'reserved' WHERE order_id = '" + handedOver + "'",
                    "UPDATE stock SET sold = sold - 2, reserved = reserved + 2 WHERE sku = 'TEE'");
            assertFound("I5", handedOver);
        }

        @Test
        void more_goods_held_than_anybody_reserved() throws Exception {
            books("UPDATE stock SET available = available - 2, reserved = reserved + 2 WHERE sku = 'TEE'");
            assertFound("I5", "TEE");
        }
    }

    @Nested
    class I6 {

        @Test
        void a_status_that_no_step_reached() throws Exception {
            order(handedOver, "'$.order.status', 'DELIVERED'");
            assertFound("I6", handedOver);
        }

        @Test
        void two_steps_of_one_version() throws Exception {
            order(paid, "'$.order.history[1].version', 2");
            assertFound("I6", paid);
        }

        @Test
        void a_version_that_is_not_its_rows() throws Exception {
            host("UPDATE documents SET version = version + 1 WHERE collection = 'orders' AND id = '" + paid + "'");
            assertFound("I6", paid);
        }
    }

    @Nested
    class I7 {

        @Test
        void a_sequence_number_under_two_event_ids() throws Exception {
            host(
                    "INSERT INTO events (id, bus, source, type, subject, time, body, rules) SELECT 'evt_other', bus, source, type,"
                            + " subject, time, body, rules FROM events WHERE type = 'PaymentCaptured' AND subject = '"
                            + paid + "'");
            assertFound("I7", paid);
        }

        @Test
        void a_document_that_counted_an_event_more() throws Exception {
            host(
                    "UPDATE documents SET body = json_set(body, '$.trail.sequence', 2) WHERE collection = 'payment' AND id = '"
                            + paid + "'");
            assertFound("I7", paid);
        }

        @Test
        void a_change_of_status_that_was_announced_otherwise() throws Exception {
            host(
                    "UPDATE events SET body = json_set(body, '$.detail.data.to', 'CANCELED') WHERE type = 'OrderStatusChanged'"
                            + " AND json_extract(body, '$.detail.data.to') = 'PAID' AND subject = '" + paid + "'");
            assertFound("I7", paid);
        }
    }

    @Nested
    class I8 {

        @Test
        void a_step_that_waits_beyond_its_limit() throws Exception {
            host(
                    "UPDATE executions SET state = json_set(state, '$.root.due', '2020-01-01T00:00:00Z') WHERE status = 'RUNNING'");
            assertFound("I8", "FulfilOrder/");
        }

        @Test
        void an_order_that_nobody_works_on() throws Exception {
            host("DELETE FROM executions WHERE status = 'RUNNING'");
            assertFound("I8", waiting);
        }

        @Test
        void a_message_that_is_neither_handled_nor_dead() throws Exception {
            host("INSERT INTO messages (queue, body, sent, visible) VALUES ('order-facts', '{}', 0, 0)");
            assertFound("I8", "order-facts/");
        }

        @Test
        void an_event_that_was_not_dispatched() throws Exception {
            host("UPDATE events SET rules = NULL, time = 0 WHERE type = 'StockReserved' AND subject = '" + paid + "'");
            assertFound("I8", "evt_");
        }

        @Test
        void a_delivery_that_is_tried_for_ever() throws Exception {
            host(
                    "INSERT INTO deliveries (event, rule, target, attempts, since, due) VALUES (1, 'CustomersHear', 'CustomerMail', 1, 0, 0)");
            assertFound("I8", "CustomersHear/CustomerMail");
        }

        @Test
        void a_call_that_is_tried_for_ever() throws Exception {
            host(
                    "INSERT INTO calls (function, payload, attempts, since, due) VALUES ('RelayEffectsFunction', '{}', 1, 0, 0)");
            assertFound("I8", "RelayEffectsFunction");
        }

        @Test
        void an_effect_that_is_overdue() throws Exception {
            host("UPDATE documents SET pending = '[]', due = 1 WHERE collection = 'orders' AND id = '" + paid + "'");
            assertFound("I8", "orders/" + paid);
        }

        @Test
        void an_effect_that_is_parked() throws Exception {
            host("UPDATE documents SET pending = '[]', parked = 1 WHERE collection = 'orders' AND id = '" + paid + "'");
            assertFound("I8", "orders/" + paid);
        }
    }

    @Nested
    class I9 {

        @Test
        void a_mail_sent_twice() throws Exception {
            host(
                    "INSERT INTO mails SELECT (SELECT id FROM events WHERE type = 'OrderCreated' LIMIT 1), time, sender, recipient,"
                            + " subject, text, html FROM mails WHERE subject LIKE '%" + paid + "%'");
            assertFound("I9", paid);
        }

        @Test
        void a_mail_that_was_lost() throws Exception {
            host("DELETE FROM mails WHERE id = (" + news(paid, "InvoiceIssued") + ")");
            assertFound("I9", paid);
            assertThat(Audit.of(new HostChoice(data)).violations())
                    .singleElement()
                    .satisfies(lost -> assertThat(lost.found()).startsWith("no mail about InvoiceIssued evt_"));
        }

        @Test
        void a_lost_mail_of_an_order_that_was_canceled() throws Exception {
            host("DELETE FROM mails WHERE id = (" + news(canceled, "OrderStatusChanged")
                    + " AND json_extract(body, '$.detail.data.to') = 'CANCELED')");
            assertFound("I9", canceled);
        }

        @Test
        void but_not_one_to_a_customer_who_left_no_address_that_can_be_used() throws Exception {
            host(
                    "DELETE FROM mails WHERE id IN (" + news(paid, "InvoiceIssued") + ")",
                    "UPDATE events SET body = json_remove(body, '$.detail.private.email') WHERE type = 'InvoiceIssued' AND subject = '"
                            + paid + "'",
                    "DELETE FROM mails WHERE id IN (" + news(paidToo, "InvoiceIssued") + ")",
                    "UPDATE events SET body = json_set(body, '$.detail.private.email', 'ana') WHERE type = 'InvoiceIssued' AND subject = '"
                            + paidToo + "'");
            assertThat(Audit.of(new HostChoice(data)).violations()).isEmpty();
        }

        @Test
        void nor_one_that_a_dead_letter_explains() throws Exception {
            host(
                    "INSERT INTO messages (queue, body, sent, visible, error) SELECT 'customer-mail-dlq', body, 0, 0, 'refused' FROM"
                            + " events WHERE type = 'InvoiceIssued' AND subject = '" + paid + "'",
                    "DELETE FROM mails WHERE id = (" + news(paid, "InvoiceIssued") + ")");
            assertThat(Audit.of(new HostChoice(data)).violations()).isEmpty();
        }

        private static String news(String order, String type) {
            return "SELECT id FROM events WHERE type = '" + type + "' AND subject = '" + order + "'";
        }

        @Test
        void a_mail_without_a_cause() throws Exception {
            host("INSERT INTO mails VALUES ('evt_none', 0, 'a@b', 'c@d', 'Hello', 'Hello', 'Hello')");
            assertFound("I9", "evt_none");
        }
    }

    @Nested
    class I10 {

        @Test
        void a_dead_letter_that_does_not_say_what_it_died_of() throws Exception {
            host("INSERT INTO messages (queue, body, sent, visible) VALUES ('order-facts-dlq', '{}', 0, 0)");
            assertFound("I10", "order-facts-dlq/");
        }

        @Test
        void but_not_one_that_does() throws Exception {
            host(
                    "INSERT INTO messages (queue, body, sent, visible, error) VALUES ('order-facts-dlq', '{}', 0, 0, 'Unreadable: {}')");
            Audit audit = Audit.of(new HostChoice(data));
            assertThat(audit.violations()).isEmpty();
            assertThat(audit.deadLetters()).extracting(Audit.DeadLetter::cause).containsExactly("Unreadable: {}");
        }
    }

    @Nested
    class I11 {

        @Test
        void landed_events_that_are_gone() throws Exception {
            Files.delete(file("", ".json.gz"));
            assertFound("I11", "evt_");
        }

        @Test
        void an_event_that_the_lake_has_under_another_id() throws Exception {
            host("UPDATE events SET id = 'evt_renamed' WHERE type = 'ShipmentRequested' AND subject = '" + paid + "'");
            assertFound("I11", "evt_");
        }

        @Test
        void a_broken_file() throws Exception {
            Path landed = file("", ".json.gz");
            Files.writeString(landed.resolveSibling("broken.json.gz"), "no gzip");
            assertFound("I11", "broken.json.gz");
        }
    }

    @Nested
    class I12 {

        @Test
        void an_event_without_a_field_that_its_schema_promises() throws Exception {
            event("PaymentCaptured", "json_remove(body, '$.detail.data.amount.currency')");
            assertFound("I12", "PaymentCaptured without /data/amount/currency");
        }

        @Test
        void a_field_of_another_type() throws Exception {
            event("PaymentCaptured", "json_set(body, '$.detail.data.amount.minor', '5300')");
            assertFound("I12", "PaymentCaptured with another /data/amount/minor, by its type");
        }

        @Test
        void a_version_that_nobody_has_described() throws Exception {
            event("PaymentCaptured", "json_set(body, '$.detail.dataschema', 'urn:encargo:events:PaymentCaptured:7')");
            assertFound("I12", "PaymentCaptured with another /dataschema, by its const");
        }

        @Test
        void an_event_that_says_no_version() throws Exception {
            event("PaymentCaptured", "json_remove(body, '$.detail.dataschema')");
            assertFound("I12", "PaymentCaptured without /dataschema");
        }

        private void event(String type, String body) throws SQLException {
            host("UPDATE events SET body = " + body + " WHERE type = '" + type + "' AND subject = '" + paid + "'");
        }
    }

    /// Only the one invariant is violated, each time by a subject that begins so.
    private void assertFound(String invariant, String subject) throws IOException {
        List<Violation> found = Audit.of(new HostChoice(data)).violations();
        assertThat(found).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.invariant()).as("%s", violation).isEqualTo(invariant);
            assertThat(violation.subject() + violation.found())
                    .as("%s", violation)
                    .contains(subject);
        });
    }

    private void order(String id, String change) throws SQLException {
        host("UPDATE documents SET body = json_set(body, " + change + ") WHERE collection = 'orders' AND id = '" + id
                + "'");
    }

    private void host(String... changes) throws SQLException {
        change(data.resolve("encargo.db"), changes);
    }

    private void books(String... changes) throws SQLException {
        change(data.resolve("providers.db"), changes);
    }

    private static void change(Path file, String... changes) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String change : changes) {
                statement.executeUpdate(change);
            }
        }
    }

    private Path file(String beginning, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("buckets"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning)
                            && file.getFileName().toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
