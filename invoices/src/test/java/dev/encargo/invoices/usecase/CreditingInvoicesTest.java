package dev.encargo.invoices.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.contracts.InvoiceEvent.InvoiceCredited;
import dev.encargo.contracts.Money;
import dev.encargo.invoices.FakeHost;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.testing.MemoryPlatform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CreditingInvoicesTest {
    private static final CreditInvoice.Request CANCEL = new CreditInvoice.Request("ord_1", "Canceled");

    private final MemoryPlatform platform = new MemoryPlatform();
    private final IssueInvoice issueInvoice = new IssueInvoice(platform);
    private final CreditInvoice creditInvoice = new CreditInvoice(platform);

    @Nested
    class An_issued_invoice {

        @Test
        @DisplayName("F60: is credited by a note that names it, and stays as it was")
        void is_credited_by_a_note_that_names_it() {
            issueInvoice.handle(IssuingInvoicesTest.request("ord_1"));
            byte[] original = platform.files.get("invoices/2026/F-2026-000001.pdf");
            assertThat(creditInvoice.handle(CANCEL))
                    .isEqualTo(new CreditInvoice.Outcome.Credited("F-2026-000001", "R-2026-000001"));
            assertThat(platform.publishedTypes()).containsExactly("InvoiceIssued", "InvoiceCredited");
            InvoiceCredited credited = (InvoiceCredited) event(1);
            assertThat(credited.number()).isEqualTo("F-2026-000001");
            assertThat(credited.gross()).isEqualTo(new Money(20_558, "EUR"));
            assertThat(platform.files.get("invoices/2026/F-2026-000001.pdf")).isEqualTo(original);
            assertThat(platform.files).containsKey("invoices/2026/R-2026-000001.pdf");
        }

        @Test
        void is_credited_once_however_often_it_is_asked() throws InterruptedException {
            issueInvoice.handle(IssuingInvoicesTest.request("ord_1"));
            try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 20).forEach(_ -> crowd.submit(() -> new CreditInvoice(platform).handle(CANCEL)));
            }
            assertThat(creditInvoice.handle(CANCEL))
                    .isEqualTo(new CreditInvoice.Outcome.Credited("F-2026-000001", "R-2026-000001"));
            assertThat(platform.publishedTypes()).containsExactly("InvoiceIssued", "InvoiceCredited");
        }

        @Test
        void that_is_credited_is_not_issued_again() {
            issueInvoice.handle(IssuingInvoicesTest.request("ord_1"));
            creditInvoice.handle(CANCEL);
            assertThat(issueInvoice.handle(IssuingInvoicesTest.request("ord_1")))
                    .isEqualTo(new IssueInvoice.Outcome.Known("F-2026-000001"));
        }

        @Test
        @DisplayName("F61: a crash in the old year keeps the credit note's number and date of that year")
        void a_crash_in_the_old_year_keeps_the_credit_notes_number() {
            platform.clock.set(Instant.parse("2026-12-31T22:59:00Z"));
            issueInvoice.handle(IssuingInvoicesTest.request("ord_1"));
            platform.failFiles = 1;
            assertThatThrownBy(() -> creditInvoice.handle(CANCEL)).isInstanceOf(Unavailable.class);
            platform.clock.set(Instant.parse("2027-01-02T09:00:00Z"));
            creditInvoice.handle(CANCEL);
            InvoiceCredited credited = (InvoiceCredited) event(1);
            assertThat(credited.creditNote()).isEqualTo("R-2026-000001");
            assertThat(credited.date()).isEqualTo(LocalDate.of(2026, 12, 31));
        }
    }

    @Nested
    class An_invoice_under_way {

        @Test
        @DisplayName("F57: a number claimed by an issuer that died is issued first, then credited")
        void a_claimed_number_is_issued_first_then_credited() {
            platform.failFiles = 1;
            assertThatThrownBy(() -> issueInvoice.handle(IssuingInvoicesTest.request("ord_1")))
                    .isInstanceOf(Unavailable.class);
            assertThat(creditInvoice.handle(CANCEL))
                    .isEqualTo(new CreditInvoice.Outcome.Credited("F-2026-000001", "R-2026-000001"));
            assertThat(platform.publishedTypes()).containsExactly("InvoiceIssued", "InvoiceCredited");
        }

        @Test
        @DisplayName(
                "F83: issuing and crediting at once leave either a closed invoice or one that is issued and credited, and no gap")
        void issuing_and_crediting_at_once_leave_no_gap() throws InterruptedException {
            ConcurrentSkipListSet<String> issued = new ConcurrentSkipListSet<>();
            try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 60).forEach(i -> {
                    crowd.submit(() -> issued.add(IssuingInvoicesTest.number(
                            new IssueInvoice(platform).handle(IssuingInvoicesTest.request("ord_" + i)))));
                    crowd.submit(() ->
                            new CreditInvoice(platform).handle(new CreditInvoice.Request("ord_" + i, "Canceled")));
                });
            }
            issued.remove("closed");
            assertThat(issued)
                    .isEqualTo(new TreeSet<>(IntStream.rangeClosed(1, issued.size())
                            .mapToObj("F-2026-%06d"::formatted)
                            .toList()));
            assertThat(platform.publishedTypes().stream().filter("InvoiceIssued"::equals))
                    .hasSize(issued.size());
            assertThat(platform.publishedTypes().stream().filter("InvoiceCredited"::equals))
                    .hasSize(issued.size());
        }

        @Test
        void wherever_the_store_fails_a_retry_leaves_no_gap_in_the_credit_notes() {
            for (int calls = 0; calls < 14; calls++) {
                String order = "ord_" + calls;
                issueInvoice.handle(IssuingInvoicesTest.request(order));
                CreditInvoice.Request cancel = new CreditInvoice.Request(order, "Canceled");
                Platform failing = new FakeHost(platform, new FailingOnce(platform.documents, calls), platform.files());
                try {
                    new CreditInvoice(failing).handle(cancel);
                } catch (Unavailable expected) {
                    assertThat(expected.dependency()).isEqualTo("documents");
                }
                String number = "%06d".formatted(calls + 1);
                assertThat(creditInvoice.handle(cancel))
                        .isEqualTo(new CreditInvoice.Outcome.Credited("F-2026-" + number, "R-2026-" + number));
            }
        }
    }

    @Nested
    class No_invoice {

        @Test
        void is_closed_for_good_without_a_number_or_an_event() {
            assertThat(creditInvoice.handle(CANCEL)).isEqualTo(new CreditInvoice.Outcome.Closed());
            assertThat(creditInvoice.handle(CANCEL)).isEqualTo(new CreditInvoice.Outcome.Closed());
            assertThat(platform.published).isEmpty();
            assertThat(platform.files).isEmpty();
        }
    }

    private Object event(int at) {
        return Events.read(platform.published.get(at).detail()).data();
    }
}
