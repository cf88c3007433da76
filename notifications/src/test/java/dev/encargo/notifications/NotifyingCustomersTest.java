package dev.encargo.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import dev.encargo.contracts.InvoiceEvent.InvoiceIssued;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.OrderEvent.OrderCancelRequested;
import dev.encargo.contracts.OrderEvent.OrderStatusChanged;
import dev.encargo.contracts.PaymentEvent.PaymentRefunded;
import dev.encargo.contracts.Totals;
import dev.encargo.platform.Mail;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.testing.MemoryPlatform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NotifyingCustomersTest {
    private static final String ORDER = "ord_01JD000000000000000000UY9K";
    private static final Money PRICE = new Money(2190, "EUR");
    private static final List<Line> LINES =
            List.of(new Line("TEE-BLK-M", "Camiseta negra, M", 2, PRICE, new BigDecimal("0.21"), PRICE.times(2)));
    private static final Totals TOTALS = Totals.of(LINES, "EUR");
    private static final InvoiceIssued ISSUED = new InvoiceIssued(
            "F-2026-000001", LocalDate.of(2026, 11, 24), "c-1", LINES, TOTALS, "invoices/2026/F-2026-000001.pdf", "00");

    private final MemoryPlatform platform = new MemoryPlatform();

    @Nested
    class What_is_said {

        @Test
        void an_issued_invoice_is_the_paid_mail_with_lines_total_and_link() throws IOException {
            deliver("evt_1", ISSUED, customer("Ada", "en"));
            Mail.Message mail = onlyMail();
            assertThat(mail.subject()).isEqualTo("Your order " + ORDER + " is paid: here is your invoice");
            assertThat(mail.to()).isEqualTo("ada@example.com");
            assertThat(mail.id()).isEqualTo("evt_1");
            assertThat(mail.text())
                    .contains(
                            "Hello Ada,", "F-2026-000001", "2 × Camiseta negra, M (TEE-BLK-M): €43.80", "Total: €53.00")
                    .contains("http://127.0.0.1:8080/orders/" + ORDER + "/invoice");
            assertThat(mail.html())
                    .contains("Hello Ada,", "F-2026-000001", "€53.00")
                    .contains("href=\"http://127.0.0.1:8080/orders/" + ORDER + "/invoice\"");
        }

        @Test
        void a_spanish_customer_reads_spanish_words_and_figures() throws IOException {
            deliver("evt_1", ISSUED, customer("Lucía", "es"));
            assertThat(onlyMail().subject()).isEqualTo("Su pedido " + ORDER + " está pagado: aquí tiene su factura");
            assertThat(onlyMail().text()).contains("Hola, Lucía:", "Total: 53,00\u00a0€");
            assertThat(onlyMail().html()).contains("<html lang=\"es\">");
        }

        @Test
        void a_shipped_order_is_announced() throws IOException {
            deliver("evt_1", moved("PAID", "SHIPPED", null), customer("Ada", "en"));
            assertThat(onlyMail().subject()).contains(ORDER, "on its way");
        }

        @Test
        void a_rejected_order_says_why() throws IOException {
            deliver("evt_1", moved("PENDING", "REJECTED", "OutOfStock"), customer("Ada", "en"));
            assertThat(onlyMail().text()).contains("out of stock", "not been charged");
        }

        @Test
        void an_order_canceled_after_payment_is_told_of_money_and_credit_note() throws IOException {
            deliver("evt_1", canceled("PAID", TOTALS.gross(), "R-2026-000001"), customer("Ada", "en"));
            assertThat(onlyMail().text())
                    .contains("payment of €53.00 goes back", "R-2026-000001", "/invoice?kind=credit-note");
        }

        @Test
        void an_order_canceled_between_payment_and_invoice_is_told_of_money_and_of_no_papers() throws IOException {
            deliver("evt_1", canceled("PAID", TOTALS.gross(), null), customer("Ada", "en"));
            assertThat(onlyMail().text())
                    .contains("payment of €53.00 goes back")
                    .doesNotContain("/invoice", "credit note");
        }

        @Test
        void money_and_papers_are_told_whatever_the_order_knew_when_it_was_canceled() throws IOException {
            deliver("evt_1", canceled("PENDING", TOTALS.gross(), "R-2026-000001"), customer("Ada", "es"));
            assertThat(onlyMail().text())
                    .contains("su pago de 53,00\u00a0€", "R-2026-000001", "/invoice?kind=credit-note")
                    .doesNotContain("No se le ha cobrado");
        }

        @Test
        void a_rejection_that_gave_money_back_never_says_that_nothing_was_charged() throws IOException {
            deliver(
                    "evt_1",
                    new OrderStatusChanged(
                            "RESERVED", "REJECTED", 3, "PaymentDeclined", TOTALS.gross(), null, "c-1", LINES, TOTALS),
                    customer("Ada", "en"));
            assertThat(onlyMail().text()).contains("the money goes back to you").doesNotContain("not been charged");
        }

        @Test
        void an_order_canceled_before_payment_has_no_invoice_to_show() throws IOException {
            deliver("evt_1", moved("PENDING", "CANCELED", "Canceled"), customer("Ada", "en"));
            assertThat(onlyMail().text()).contains("not been charged").doesNotContain("/invoice");
        }

        @Test
        void money_that_came_late_is_said_to_go_back() throws IOException {
            deliver("evt_1", new PaymentRefunded(new Money(5300, "EUR"), "re_1", true), customer("Ada", "en"));
            assertThat(onlyMail().text()).contains("€53.00", "after your order had been closed");
        }

        @Test
        void an_ordinary_refund_and_other_events_are_not_told() throws IOException {
            deliver("evt_1", new PaymentRefunded(new Money(5300, "EUR"), "re_1", false), customer("Ada", "en"));
            deliver("evt_2", new OrderCancelRequested("customer", null), customer("Ada", "en"));
            assertThat(platform.mails).isEmpty();
        }
    }

    @Nested
    class Odd_customers {

        @Test
        void without_an_address_there_is_no_mail_and_no_failure() throws IOException {
            assertThat(deliver("evt_1", ISSUED, null)).isEqualTo("{\"batchItemFailures\":[]}");
            deliver("evt_2", ISSUED, new Confidential("Ada", null, "en", null, null, null));
            assertThat(platform.mails).isEmpty();
            assertThat(platform.counts).containsEntry("mails", 2L);
        }

        @Test
        @DisplayName("F68: a missing or unknown locale falls back to English")
        void a_missing_or_unknown_locale_falls_back_to_english() throws IOException {
            deliver("evt_1", ISSUED, customer("Ada", null));
            deliver("evt_2", ISSUED, customer("Ada", "tlh"));
            assertThat(platform.mails).extracting(Mail.Message::text).allMatch(text -> text.startsWith("Hello Ada,"));
        }

        @Test
        @DisplayName("F68: a name with markup is escaped, in HTML and nowhere else")
        void a_name_with_markup_is_escaped() throws IOException {
            deliver("evt_1", ISSUED, customer("<img src=x onerror='a()'> & \"Co\"", "en"));
            assertThat(onlyMail().html())
                    .doesNotContain("<img")
                    .contains("Hello &lt;img src=x onerror=&#39;a()&#39;&gt; &amp; &quot;Co&quot;,");
            assertThat(onlyMail().text()).contains("Hello <img src=x onerror='a()'> & \"Co\",");
        }

        @Test
        void a_name_with_line_breaks_stays_on_its_line() throws IOException {
            deliver("evt_1", ISSUED, customer("Ada\r\nBcc: all@example.com", "en"));
            assertThat(onlyMail().text()).startsWith("Hello Ada  Bcc: all@example.com,\n");
            assertThat(onlyMail().subject()).doesNotContain("\n", "\r");
            assertThat(onlyMail().to()).isEqualTo("ada@example.com");
        }

        @Test
        void an_address_that_would_be_a_header_is_refused_for_good() throws IOException {
            Confidential evil = new Confidential("Ada", "a@b.example\r\nBcc: c@d.example", "en", null, null, null);
            assertThat(deliver("evt_1", ISSUED, evil)).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(platform.mails).isEmpty();
        }

        @Test
        void a_name_with_percent_signs_is_not_a_format() throws IOException {
            deliver("evt_1", ISSUED, customer("100%s %n", "en"));
            assertThat(onlyMail().text()).startsWith("Hello 100%s %n,");
        }

        @Test
        void nothing_in_the_mail_is_loaded_from_elsewhere() throws IOException {
            deliver("evt_1", ISSUED, customer("Ada", "en"));
            assertThat(onlyMail().html()).doesNotContain("src=", "url(", "<link", "<script", "@import");
        }
    }

    @Nested
    class One_mail_a_cause {

        @Test
        void an_event_delivered_again_is_told_once() throws IOException {
            deliver("evt_1", ISSUED, customer("Ada", "en"));
            platform.mails.clear();
            deliver("evt_1", ISSUED, customer("Ada", "en"));
            assertThat(platform.mails).isEmpty();
        }

        @Test
        @DisplayName("F65: a mail that fails comes again alone, the others are not repeated")
        void a_mail_that_fails_comes_again_alone() throws IOException {
            platform.failMail = 1;
            String answer = call(record("m-1", 1, "evt_1") + "," + record("m-2", 1, "evt_2"));
            assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
            assertThat(platform.mails).extracting(Mail.Message::id).containsExactly("evt_2");
            call(record("m-1", 2, "evt_1"));
            assertThat(platform.mails).extracting(Mail.Message::id).containsExactly("evt_2", "evt_1");
            assertThat(platform.counts).doesNotContainKey("mails.uncertain");
        }

        @Test
        void a_crash_inside_the_send_may_send_again_and_is_counted() throws IOException {
            new MailClaims(platform).claim("evt_1", "m-1", 1);
            call(record("m-1", 2, "evt_1"));
            assertThat(platform.mails).hasSize(1);
            assertThat(platform.counts).containsEntry("mails.uncertain", 1L);
        }

        @Test
        void a_duplicate_waits_while_the_first_is_being_sent_and_takes_over_when_it_never_ends() throws IOException {
            new MailClaims(platform).claim("evt_1", "m-1", 1);
            assertThat(call(record("m-2", 1, "evt_1"))).contains("m-2");
            assertThat(call(record("m-2", 2, "evt_1"))).contains("m-2");
            assertThat(platform.mails).isEmpty();
            assertThat(call(record("m-2", 3, "evt_1"))).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(platform.mails).hasSize(1);
        }

        private String record(String message, int receives, String event) {
            return NotifyingCustomersTest.this.record(message, receives, event, ISSUED, customer("Ada", "en"));
        }
    }

    private static OrderStatusChanged moved(String from, String to, String reason) {
        return new OrderStatusChanged(from, to, 3, reason, null, null, "c-1", LINES, TOTALS);
    }

    private static OrderStatusChanged canceled(String from, @Nullable Money refunded, @Nullable String creditNote) {
        return new OrderStatusChanged(from, "CANCELED", 3, "Canceled", refunded, creditNote, "c-1", LINES, TOTALS);
    }

    private static Confidential customer(String name, String locale) {
        return new Confidential(name, "ada@example.com", locale, null, null, null);
    }

    private Mail.Message onlyMail() {
        assertThat(platform.mails).hasSize(1);
        return platform.mails.getFirst();
    }

    private String deliver(String id, Event event, Confidential customer) throws IOException {
        return call(record("m-" + id, 1, id, event, customer));
    }

    private String record(String message, int receives, String id, Event event, Confidential customer) {
        String detail = Events.message(id, event, platform.clock.instant(), ORDER, 1, "00-a-b-01", customer)
                .detail();
        String body = "{\"version\":\"0\",\"id\":\"" + id + "\",\"detail-type\":\"" + event.type() + "\",\"detail\":"
                + detail + "}";
        return "{\"messageId\":\"" + message + "\",\"body\":" + quoted(body)
                + ",\"attributes\":{\"ApproximateReceiveCount\":\"" + receives + "\"}}";
    }

    private String call(String records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] event = ("{\"Records\":[" + records + "]}").getBytes(StandardCharsets.UTF_8);
        new NotifyCustomerFunction(platform).handleRequest(new ByteArrayInputStream(event), out, null);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
