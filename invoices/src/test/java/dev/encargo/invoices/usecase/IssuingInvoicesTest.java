package dev.encargo.invoices.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.InvoiceEvent.InvoiceIssued;
import dev.encargo.invoices.FakeHost;
import dev.encargo.invoices.Samples;
import dev.encargo.invoices.model.Claim;
import dev.encargo.invoices.model.Series;
import dev.encargo.invoices.store.DamagedFile;
import dev.encargo.invoices.store.Invoices;
import dev.encargo.invoices.store.LaptopDocuments;
import dev.encargo.invoices.store.Numbers;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.WriteContended;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.testing.MemoryPlatform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IssuingInvoicesTest {
    private final MemoryPlatform platform = new MemoryPlatform();
    private final IssueInvoice issueInvoice = new IssueInvoice(platform);
    private final CreditInvoice creditInvoice = new CreditInvoice(platform);

    @Nested
    class Many_at_once {

        @Test
        @DisplayName("F56: five hundred issuers in one series get 1 to 500, and claim together")
        void five_hundred_issuers_get_one_to_five_hundred() throws InterruptedException {
            LaptopDocuments documents = new LaptopDocuments(platform.documents, Duration.ofMillis(2));
            Platform laptop = new FakeHost(platform, documents, platform.files());
            Map<String, String> numbers = issueAll(laptop, 500);

            assertThat(new TreeSet<>(numbers.values())).containsExactlyElementsOf(expected(500));
            assertThat(platform.files).hasSize(500);
            assertThat(platform.documents
                            .get("invoice-numbers", "F-2026")
                            .orElseThrow()
                            .body())
                    .contains("\"last\":500");
            assertThat(documents.writes("invoices")).isEqualTo(1000);
            assertThat(documents.writes("invoice-numbers")).isLessThan(250);
        }

        @Test
        @DisplayName("F56: issuers that share nothing but the store get numbers without gap, too")
        void issuers_that_share_nothing_get_numbers_without_gap() throws InterruptedException {
            Map<String, String> numbers = new ConcurrentHashMap<>();
            try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.rangeClosed(1, 20)
                        .forEach(process -> crowd.submit(() -> {
                            IssueInvoice alone = new IssueInvoice(FakeHost.alone(platform));
                            IntStream.rangeClosed(1, 10)
                                    .mapToObj(i -> "ord_" + process + "_" + i)
                                    .forEach(order -> numbers.put(order, number(untilUncontended(alone, order))));
                        }));
            }
            assertThat(new TreeSet<>(numbers.values())).containsExactlyElementsOf(expected(200));
        }

        @Test
        @DisplayName("F58: twins of the same order, at once, get one number and publish one event")
        void twins_get_one_number() throws InterruptedException {
            Map<String, String> numbers = new ConcurrentHashMap<>();
            try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 40)
                        .forEach(twin -> crowd.submit(() -> numbers.put(
                                "twin-" + twin,
                                number(new IssueInvoice(platform).handle(request("ord_" + twin % 4))))));
            }
            assertThat(new TreeSet<>(numbers.values())).containsExactlyElementsOf(expected(4));
            assertThat(platform.published).hasSize(4);
        }

        /// Tries again as the workflow does.
        private IssueInvoice.Outcome untilUncontended(IssueInvoice alone, String order) {
            while (true) {
                try {
                    return alone.handle(request(order));
                } catch (WriteContended again) {
                    Thread.yield();
                }
            }
        }

        private Map<String, String> issueAll(Platform host, int count) throws InterruptedException {
            Map<String, String> numbers = new ConcurrentHashMap<>();
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.rangeClosed(1, count)
                        .forEach(i -> crowd.submit(() -> {
                            IssueInvoice instance = new IssueInvoice(host);
                            start.await();
                            return numbers.put("ord_" + i, number(instance.handle(request("ord_" + i))));
                        }));
                start.countDown();
            }
            return numbers;
        }
    }

    @Nested
    class Crashes {

        @Test
        @DisplayName("F57: a crash after the number and before the paper resumes the same number")
        void a_crash_before_the_paper_resumes_the_same_number() {
            platform.failFiles = 1;
            assertThatThrownBy(() -> issueInvoice.handle(request("ord_1"))).isInstanceOf(Unavailable.class);
            assertThat(number(issueInvoice.handle(request("ord_2")))).isEqualTo("F-2026-000002");
            assertThat(number(issueInvoice.handle(request("ord_1")))).isEqualTo("F-2026-000001");
            assertThat(number(issueInvoice.handle(request("ord_3")))).isEqualTo("F-2026-000003");
        }

        @Test
        @DisplayName("F57: wherever the store fails, a retry leaves no gap")
        void wherever_the_store_fails_a_retry_leaves_no_gap() {
            for (int calls = 0; calls < 12; calls++) {
                String order = "ord_" + calls;
                platform.documents.failNextCalls(0);
                Platform failing = new FakeHost(platform, new FailingOnce(platform.documents, calls), platform.files());
                try {
                    new IssueInvoice(failing).handle(request(order));
                } catch (Unavailable expected) {
                    assertThat(expected.dependency()).isEqualTo("documents");
                }
                assertThat(number(new IssueInvoice(platform).handle(request(order))))
                        .isEqualTo("F-2026-%06d".formatted(calls + 1));
            }
        }

        @Test
        @DisplayName("F59: the state says issued only after the file is durable")
        void the_state_says_issued_only_after_the_file_is_durable() {
            platform.failFiles = 1;
            assertThatThrownBy(() -> issueInvoice.handle(request("ord_1"))).isInstanceOf(Unavailable.class);
            assertThat(platform.published).isEmpty();
            assertThat(platform.documents.get("invoices", "ord_1").orElseThrow().body())
                    .contains("drafted");
        }

        @Test
        @DisplayName("F59: a file that arrived damaged is not issued, and is stored again by the retry")
        void a_file_that_arrived_damaged_is_not_issued() {
            Platform damaging = new FakeHost(platform, platform.documents, new Damaging(platform.files()));
            assertThatThrownBy(() -> new IssueInvoice(damaging).handle(request("ord_1")))
                    .isInstanceOf(DamagedFile.class)
                    .hasMessageContaining("invoices/2026/F-2026-000001.pdf");
            assertThat(platform.published).isEmpty();
            assertThat(number(issueInvoice.handle(request("ord_1")))).isEqualTo("F-2026-000001");
            InvoiceIssued issued = (InvoiceIssued)
                    Events.read(platform.published.getFirst().detail()).data();
            assertThat(platform.files().put("check", platform.files.get(issued.file()), "application/pdf"))
                    .isEqualTo(issued.sha256());
        }

        @Test
        @DisplayName("F59: a retry stores the same bytes, even when the seller has moved meanwhile")
        void a_retry_stores_the_same_bytes() {
            issueInvoice.handle(request("ord_1"));
            byte[] first = platform.files.get("invoices/2026/F-2026-000001.pdf");
            MemoryPlatform other = new MemoryPlatform();
            other.failFiles = 1;
            IssueInvoice retried = new IssueInvoice(other);
            assertThatThrownBy(() -> retried.handle(request("ord_1"))).isInstanceOf(Unavailable.class);
            other.settings.put("seller-address", "Elsewhere");
            other.clock.forward(Duration.ofDays(2));
            retried.handle(request("ord_1"));
            assertThat(other.files.get("invoices/2026/F-2026-000001.pdf")).isEqualTo(first);
        }
    }

    @Nested
    class Claims {
        private final Series series = new Series("F", 2026);

        @Test
        void a_slow_twin_whose_claim_was_forgotten_takes_no_second_number() {
            Numbers slow = new Numbers(platform, new Invoices(platform));
            IntStream.rangeClosed(1, 60).forEach(i -> issueInvoice.handle(request("ord_" + i)));
            assertThat(slow.claim(series, "ord_1")).isEmpty();
            assertThat(number(issueInvoice.handle(request("ord_61")))).isEqualTo("F-2026-000061");
        }

        @Test
        void the_head_forgets_what_is_issued() {
            IntStream.rangeClosed(1, 200).forEach(i -> issueInvoice.handle(request("ord_" + i)));
            assertThat(platform.documents
                            .get("invoice-numbers", "F-2026")
                            .orElseThrow()
                            .body()
                            .length())
                    .isLessThan(3_000);
        }

        @Test
        void an_order_without_a_draft_gets_no_number() {
            assertThat(new Numbers(platform, new Invoices(platform)).claim(series, "ord_unknown"))
                    .isEqualTo(Optional.<Claim>empty());
        }
    }

    @Nested
    class Legal_dates {

        @Test
        @DisplayName("F61: the year of the number is the one where the seller is, not the one in UTC")
        void the_year_is_the_sellers() {
            platform.clock.set(Instant.parse("2026-12-31T22:59:59Z"));
            assertThat(number(issueInvoice.handle(request("ord_1")))).isEqualTo("F-2026-000001");
            platform.clock.set(Instant.parse("2026-12-31T23:00:00Z"));
            assertThat(number(issueInvoice.handle(request("ord_2")))).isEqualTo("F-2027-000001");
            assertThat(issuedOn(0)).isEqualTo(LocalDate.of(2026, 12, 31));
            assertThat(issuedOn(1)).isEqualTo(LocalDate.of(2027, 1, 1));
        }

        @Test
        @DisplayName("F61: a retry in the new year keeps number and date of the old one")
        void a_retry_in_the_new_year_keeps_the_old_number() {
            platform.clock.set(Instant.parse("2026-12-31T22:59:59Z"));
            platform.failFiles = 1;
            assertThatThrownBy(() -> issueInvoice.handle(request("ord_1"))).isInstanceOf(Unavailable.class);
            platform.clock.set(Instant.parse("2027-01-01T10:00:00Z"));
            assertThat(number(issueInvoice.handle(request("ord_1")))).isEqualTo("F-2026-000001");
            assertThat(issuedOn(0)).isEqualTo(LocalDate.of(2026, 12, 31));
        }

        @Test
        @DisplayName("F61: a draft of the old year that gets its number in the new one is dated in the old")
        void a_draft_of_the_old_year_is_dated_in_it() {
            platform.clock.set(Instant.parse("2026-12-31T22:59:59Z"));
            Platform failing = new FakeHost(platform, new FailingOnce(platform.documents, 2), platform.files());
            assertThatThrownBy(() -> new IssueInvoice(failing).handle(request("ord_1")))
                    .isInstanceOf(Unavailable.class);
            platform.clock.set(Instant.parse("2027-01-03T10:00:00Z"));
            assertThat(number(issueInvoice.handle(request("ord_1")))).isEqualTo("F-2026-000001");
            assertThat(issuedOn(0)).isEqualTo(LocalDate.of(2026, 12, 31));
        }

        @Test
        void dates_never_fall_within_a_series_whatever_the_clock_says() {
            issueInvoice.handle(request("ord_1"));
            platform.clock.set(Instant.parse("2026-11-20T10:00:00Z"));
            issueInvoice.handle(request("ord_2"));
            assertThat(issuedOn(1)).isEqualTo(LocalDate.of(2026, 11, 24));
        }

        private LocalDate issuedOn(int event) {
            return ((InvoiceIssued)
                            Events.read(platform.published.get(event).detail()).data())
                    .date();
        }
    }

    @Test
    @DisplayName("F83: after the undo has closed the invoice, issuing is refused and takes no number")
    void a_closed_invoice_refuses_issuing() {
        creditInvoice.handle(new CreditInvoice.Request("ord_1", "Canceled"));
        assertThat(issueInvoice.handle(request("ord_1"))).isEqualTo(new IssueInvoice.Outcome.Closed());
        assertThat(number(issueInvoice.handle(request("ord_2")))).isEqualTo("F-2026-000001");
    }

    static IssueInvoice.Request request(String orderId) {
        Confidential buyer = Samples.LUCIA;
        return new IssueInvoice.Request(
                orderId, Instant.parse("2026-11-24T09:41:58Z"), Samples.order(Samples.lines(2, "EUR")), buyer);
    }

    static String number(IssueInvoice.Outcome outcome) {
        return switch (outcome) {
            case IssueInvoice.Outcome.Issued issued -> issued.number();
            case IssueInvoice.Outcome.Known known -> known.number();
            case IssueInvoice.Outcome.Closed _ -> "closed";
        };
    }

    private static List<String> expected(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("F-2026-%06d"::formatted)
                .toList();
    }

    /// A file store that keeps one byte wrong.
    private record Damaging(FileStore files) implements FileStore {
        @Override
        public String put(String key, byte[] content, String contentType) {
            byte[] damaged = content.clone();
            damaged[damaged.length / 2] ^= 1;
            return files.put(key, damaged, contentType);
        }

        @Override
        public Optional<byte[]> get(String key) {
            return files.get(key);
        }

        @Override
        public URI signedUrl(String key, Duration validity, String downloadName) {
            return files.signedUrl(key, validity, downloadName);
        }
    }
}
