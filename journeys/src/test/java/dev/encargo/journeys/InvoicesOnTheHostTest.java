package dev.encargo.journeys;

import static dev.encargo.journeys.Trouble.calls;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.local.function.Passage.PortCall;
import dev.encargo.local.host.HostSettings;
import dev.encargo.local.ports.LocalFiles;
import dev.encargo.platform.FileStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("invoices on the local host")
class InvoicesOnTheHostTest {
    @TempDir
    private Path folder;

    @Nested
    class A_crash {
        @Test
        @DisplayName("F57: between number and paper: the same number is issued after the restart, none is skipped")
        void between_number_and_paper() throws Exception {
            afterCrash(Trouble::standStillBefore);
        }

        @Test
        @DisplayName("F57: between paper and state: the same number and the same paper after the restart")
        void between_paper_and_state() throws Exception {
            afterCrash(Trouble::standStillAfter);
        }

        private interface Instant {
            void stop(Trouble trouble, Predicate<PortCall> call);
        }

        private void afterCrash(Instant instant) throws Exception {
            String crashed;
            try (World world = World.brisk(folder, HostSettings::relaying)) {
                world.place("pm_ok");
                world.settle();
                instant.stop(world.trouble(), calls(FileStore.class, "put"));
                crashed = world.place("pm_ok");
                world.trouble().awaitStandstill();
                world.crash();
            }
            try (World world = World.brisk(folder, HostSettings::relaying)) {
                assertThat(claims(world)).contains(crashed);
                String later = world.place("pm_ok");
                world.forward(Duration.ofMinutes(10));
                assertThat(world.published("InvoiceIssued", crashed)
                                .getFirst()
                                .at("/data/number")
                                .asText())
                        .endsWith("-000002");
                assertThat(world.published("InvoiceIssued", later)
                                .getFirst()
                                .at("/data/number")
                                .asText())
                        .endsWith("-000003");
                assertPapers(world, 3);
            }
        }

        private static String claims(World world) {
            return world.texts("SELECT body FROM documents WHERE collection = 'invoice-numbers'")
                    .getFirst();
        }
    }

    @Nested
    class A_repetition {
        @Test
        @DisplayName("F58: an order invoiced again, after a lost answer and long after, has the same invoice")
        void has_the_same_invoice() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                world.next("IssueInvoiceFunction", new Mishap.AnswerLost(), 2);
                String id = world.place("pm_ok");
                world.forward(Duration.ofMinutes(5));
                assertThat(world.calls("IssueInvoiceFunction")).isEqualTo(3);
                JsonNode created = world.published("OrderCreated", id).getFirst();
                byte[] answer = world.host()
                        .functions()
                        .call(
                                "IssueInvoiceFunction",
                                "{\"v\":1,\"orderId\":\"%s\",\"execution\":\"again\",\"retryCount\":0,\"event\":%s}"
                                        .formatted(id, created)
                                        .getBytes(StandardCharsets.UTF_8));
                JsonNode issued = world.published("InvoiceIssued", id).getFirst();
                assertThat(World.read(new String(answer, StandardCharsets.UTF_8))
                                .path("number"))
                        .isEqualTo(issued.at("/data/number"));
                world.settle();
                assertThat(world.published("InvoiceIssued")).hasSize(1);
                assertPapers(world, 1);
            }
        }
    }

    @Nested
    class The_file_store {
        @Test
        @DisplayName("F59: while it answers 503 nothing is issued; then the same number is, durably")
        void while_it_answers_503_nothing_is_issued() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                world.trouble().refuse(calls(FileStore.class, "put"), 3);
                String id = world.place("pm_ok");
                world.settle();
                assertThat(world.status(id)).isEqualTo("PAID");
                assertThat(world.published("InvoiceIssued")).isEmpty();
                HttpResponse<String> missing = world.send("GET", "/orders/" + id + "/invoice", "");
                assertThat(missing.statusCode()).isEqualTo(404);
                assertThat(missing.body()).contains("invoice-not-issued");
                assertThat(missing.headers().firstValue("Retry-After")).isPresent();
                world.forward(Duration.ofMinutes(5));
                assertThat(world.send("GET", "/orders/" + id + "/invoice", "").statusCode())
                        .isEqualTo(303);
                assertPapers(world, 1);
            }
        }

        @Test
        @DisplayName("F59: it keeps half of what was sent: not issued before the whole is there")
        void it_keeps_half_of_what_was_sent() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                world.trouble().instead(calls(FileStore.class, "put"), 2, (call, onward) -> {
                    onward.go();
                    Path kept = paper(world, (String) call.arguments().getFirst());
                    byte[] content = (byte[]) call.arguments().get(1);
                    byte[] half = Arrays.copyOf(content, content.length / 2);
                    Files.write(kept, half);
                    return LocalFiles.sha256(half);
                });
                String id = world.place("pm_ok");
                world.settle();
                assertThat(world.published("InvoiceIssued")).isEmpty();
                assertThat(world.send("GET", "/orders/" + id + "/invoice", "").statusCode())
                        .isEqualTo(404);
                world.forward(Duration.ofMinutes(5));
                assertPapers(world, 1);
            }
        }
    }

    @Nested
    class A_crowd {
        @Test
        @DisplayName("F56: 500 orders at once have the invoices 1 to 500, each with its paper")
        void has_consecutive_invoices() throws Exception {
            try (World world = World.in(folder.resolve("data"), World.TEMPLATE, settings -> settings)) {
                List<String> orders = atOnce(world, 500, i -> order("TEE-BLK-M", 1 + i % 7));
                settleLong(world);
                assertThat(orders).doesNotHaveDuplicates().hasSize(500);
                assertThat(statuses(world)).containsOnly("PAID").hasSize(500);
                assertPapers(world, 500);
                Invariants.holdTogether(world);
            }
        }

        @Test
        @DisplayName("F43: 1,000 buyers of the last one: one has it, 999 are refused, nobody else is charged")
        void of_the_last_one_has_one_buyer() throws Exception {
            try (World world = World.in(folder.resolve("data"), World.TEMPLATE, settings -> settings)) {
                atOnce(world, 1_000, _ -> order("SKU-LAST-ONE", 1));
                settleLong(world);
                List<String> statuses = statuses(world);
                assertThat(statuses).hasSize(1_000).containsOnly("PAID", "REJECTED");
                assertThat(statuses.stream().filter("PAID"::equals)).hasSize(1);
                assertThat(world.published("StockReserved")).hasSize(1);
                assertThat(world.published("StockRefused")).hasSize(999);
                assertThat(world.published("PaymentCaptured")).hasSize(1);
                assertThat(world.payments().path("payments"))
                        .filteredOn(p -> p.path("captured").asLong() > 0)
                        .hasSize(1);
                assertThat(stock(world, "SKU-LAST-ONE").path("available").asLong())
                        .isZero();
                assertThat(world.count("SELECT count(*) FROM mails"))
                        .as("one mail each")
                        .isEqualTo(1_000);
                Invariants.holdTogether(world);
            }
        }

        private static JsonNode stock(World world, String sku) {
            for (JsonNode each : world.warehouse().path("stock")) {
                if (each.path("sku").asText().equals(sku)) {
                    return each;
                }
            }
            throw new AssertionError("no stock of " + sku);
        }

        private static String order(String sku, int quantity) {
            return "{\"customerId\":\"c-1\",\"email\":\"ana@example.com\",\"items\":[{\"sku\":\"%s\",\"quantity\":%d,\"unitPrice\":21.90}]}"
                    .formatted(sku, quantity);
        }

        private static List<String> atOnce(World world, int orders, IntFunction<String> body) {
            List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, orders)
                    .mapToObj(i -> world.sending("POST", "/orders", body.apply(i)))
                    .toList();
            return all.stream()
                    .map(CompletableFuture::join)
                    .peek(answer -> assertThat(answer.statusCode()).isEqualTo(201))
                    .map(answer -> World.read(answer.body()).path("id").asText())
                    .toList();
        }

        private static List<String> statuses(World world) {
            return world.texts(
                    "SELECT json_extract(body, '$.order.status') FROM documents WHERE collection = 'orders'");
        }

        private static void settleLong(World world) throws InterruptedException {
            for (int i = 0; i < 12 && !world.host().awaitQuiet(); i++) {
                assertThat(i).as("rounds of waiting").isLessThan(11);
            }
            world.forward(Duration.ofMinutes(5));
        }
    }

    private static Path paper(World world, String key) throws IOException {
        try (Stream<Path> files = Files.walk(world.host().data().resolve("buckets"))) {
            return files.filter(file -> file.endsWith(key)).findFirst().orElseThrow();
        }
    }

    /// As many invoices as `expected`, numbered from 1, and of each its paper with its total.
    private static void assertPapers(World world, int expected) throws IOException {
        List<JsonNode> issued =
                world.published("InvoiceIssued").stream().distinct().toList();
        assertThat(issued.stream()
                        .map(event -> event.at("/data/number").asText())
                        .sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, expected)
                        .mapToObj("F-2026-%06d"::formatted)
                        .toList());
        for (JsonNode invoice : issued) {
            byte[] paper =
                    Files.readAllBytes(paper(world, invoice.at("/data/file").asText()));
            assertThat(LocalFiles.sha256(paper))
                    .isEqualTo(invoice.at("/data/sha256").asText());
            if (invoice.at("/data/number").asText().endsWith("1")) {
                assertThat(text(paper))
                        .contains(invoice.at("/data/number").asText())
                        .contains(euros(invoice.at("/data/totals/gross/minor").asLong()));
            }
        }
        assertThat(world.count("SELECT count(*) FROM messages WHERE queue LIKE '%dlq'"))
                .isZero();
    }

    private static String euros(long minor) {
        return "%d.%02d".formatted(minor / 100, minor % 100);
    }

    private static String text(byte[] paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
