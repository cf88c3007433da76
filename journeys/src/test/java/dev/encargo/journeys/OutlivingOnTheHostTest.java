package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.documents.Documents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a function that outlives its limit, or dies before it")
class OutlivingOnTheHostTest {
    @TempDir
    private Path folder;

    private TemplateCopy copy;

    @BeforeEach
    void copyInfrastructure() throws IOException {
        copy = TemplateCopy.in(folder);
        copy.gatherNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "TakePaymentFunction, payment-requests, payment, insert",
        "ReserveStockFunction, stock-requests, stock, insert",
        "UpdateOrderStatusFunction, order-facts, orders, replace",
        "RequestShipmentFunction, shipment-requests, stock, replace"
    })
    @DisplayName("F93: a function past its timeout goes on writing: its port calls fail, and its message comes again")
    void what_a_function_writes_past_its_timeout_is_refused(
            String function, String queue, String collection, String method) throws Exception {
        copy.change(function, "(?m)^      Description:", "      Timeout: 1\n      Description:");
        try (World world = start()) {
            Frozen write = world.trouble()
                    .freezeBefore(call -> call.function().equals(function)
                            && call.is(Documents.class, method)
                            && call.arguments().getFirst().equals(collection));
            String id = world.place("pm_ok");
            write.awaitReached();
            await(() -> world.queue(queue).peek(10).stream()
                    .anyMatch(message -> String.valueOf(message.error()).contains("timed out")));
            String before = document(world, collection, id);
            assertThat(write.letGo()).isEqualTo("ScopeRevoked");
            world.settle();
            assertThat(document(world, collection, id)).isEqualTo(before);
            world.forward(Duration.ofMinutes(3));
            assertThat(world.status(id)).isEqualTo("PAID");
            Invariants.hold(world);
        }
    }

    @Test
    @DisplayName("F83: IssueInvoice outlives its state's limit and a cancel: it issues nothing")
    void an_invoice_that_comes_after_the_cancel_is_refused() throws Exception {
        limitIssueInvoice();
        try (World world = start()) {
            Frozen issuing = freezeIssueInvoice(world, Documents.class, "insert");
            String id = beyondItsLimit(world, issuing);
            cancel(world, id);
            await(() -> !world.events(id, "OrderUndone").isEmpty());
            assertThat(issuing.letGo()).as("it may still ask its ports").isEmpty();
            world.settle();
            assertThat(world.events(id, "InvoiceIssued")).isEmpty();
            assertThat(world.status(id)).isEqualTo("CANCELED");
            finish(world);
        }
    }

    @Test
    @DisplayName("F83: IssueInvoice outlives its state's limit and issues before the cancel: it is credited")
    void an_invoice_issued_after_its_limit_is_credited() throws Exception {
        limitIssueInvoice();
        try (World world = start()) {
            Frozen issuing = freezeIssueInvoice(world, Documents.class, "insert");
            String id = beyondItsLimit(world, issuing);
            issuing.letGo();
            await(() -> !world.events(id, "InvoiceIssued").isEmpty());
            cancel(world, id);
            world.settle();
            assertThat(world.events(id, "InvoiceCredited")).hasSize(1);
            assertThat(world.status(id)).isEqualTo("CANCELED");
            finish(world);
        }
    }

    @Test
    @DisplayName("F83 F57: it has its number when the cancel comes: issued once, credited once, no gap")
    void an_invoice_whose_number_is_claimed_is_issued_and_credited() throws Exception {
        limitIssueInvoice();
        try (World world = start()) {
            Frozen put = freezeIssueInvoice(world, FileStore.class, "put");
            String id = beyondItsLimit(world, put);
            cancel(world, id);
            await(() -> !world.events(id, "OrderUndone").isEmpty());
            assertThat(put.letGo()).isEmpty();
            world.settle();
            assertThat(world.events(id, "InvoiceIssued")).hasSize(1);
            assertThat(world.events(id, "InvoiceCredited")).hasSize(1);
            finish(world);
            String next = world.place("pm_ok");
            world.settle();
            assertThat(world.events(next, "InvoiceIssued")
                            .getFirst()
                            .path("number")
                            .asText())
                    .isNotEqualTo(world.events(id, "InvoiceIssued")
                            .getFirst()
                            .path("number")
                            .asText())
                    .endsWith("2");
        }
    }

    @Test
    @DisplayName(
            "F89: the capture is written, the step's answer comes after the limit, the operator has shipped: the run goes on")
    void an_answer_after_the_limit_undoes_nothing() throws Exception {
        try (World world = World.in(
                folder.resolve("data"),
                copy.template(),
                settings -> settings.relaying().withParameter("PaymentLimit", "300"))) {
            world.trouble()
                    .refuse(
                            call -> call.is(Workflows.class, "answer")
                                    && call.function().equals("ReceivePaymentNoticeFunction"),
                            1);
            world.trouble()
                    .refuse(
                            call -> call.is(Workflows.class, "answer")
                                    && call.function().equals("RelayEffectsFunction"),
                            6);
            String id = world.place("pm_ok");
            world.settle();
            assertThat(world.status(id)).isEqualTo("PAID");
            assertThat(world.executions(id)).containsExactly("FulfilOrder RUNNING");
            assertThat(world.send("PATCH", "/orders/" + id, "{\"status\":\"SHIPPED\"}")
                            .statusCode())
                    .isEqualTo(200);
            world.forward(Duration.ofMinutes(20));
            assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
            assertThat(world.status(id)).isEqualTo("SHIPPED");
            Invariants.hold(world);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "F87: the host dies between receiving a notice and applying it; the provider repeats it, or never does")
    void a_notice_received_by_a_host_that_dies_is_not_lost(boolean repeated) throws Exception {
        String id;
        try (World world = start()) {
            world.trouble()
                    .standStillBefore(call -> call.function().equals("ReceivePaymentNoticeFunction")
                            && call.is(Documents.class, "replace"));
            id = world.place("pm_ok");
            world.trouble().awaitStandstill();
            world.crash();
        }
        if (!repeated) {
            forgetNotices();
        }
        try (World world = start()) {
            world.settle();
            world.forward(Duration.ofMinutes(repeated ? 1 : 31));
            assertThat(world.status(id)).isEqualTo("PAID");
            assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
            Invariants.hold(world);
        }
    }

    private World start() throws IOException {
        return World.in(folder.resolve("data"), copy.template(), settings -> settings);
    }

    /// One second for the state, while the function may take its ten.
    private void limitIssueInvoice() throws IOException {
        copy.changeFile(
                "workflows/fulfil-order.asl.json", "(?s)(\"IssueInvoice\": \\{.*?\"TimeoutSeconds\": )20", "$11");
    }

    private static Frozen freezeIssueInvoice(World world, Class<?> port, String method) {
        return world.trouble()
                .freezeBefore(call -> call.function().equals("IssueInvoiceFunction") && call.is(port, method));
    }

    /// An order whose first IssueInvoice is frozen beyond its state's limit, while further tries fail.
    private static String beyondItsLimit(World world, Frozen issuing) throws InterruptedException {
        String id = world.place("pm_ok");
        issuing.awaitReached();
        world.next("IssueInvoiceFunction", new Mishap.Fails(), 1_000);
        await(() -> world.count("SELECT count(*) FROM history WHERE events LIKE '%TimedOut%'") > 0);
        return id;
    }

    private static void cancel(World world, String id) {
        assertThat(world.send("POST", "/orders/" + id + "/cancel", "").statusCode())
                .isEqualTo(202);
    }

    private static void finish(World world) throws InterruptedException {
        world.heal();
        world.forward(Duration.ofMinutes(16));
        Invariants.hold(world);
    }

    private static String document(World world, String collection, String id) {
        List<String> found = world.texts(
                "SELECT revision || ' ' || body FROM documents WHERE collection = ? AND id = ?", collection, id);
        return String.join("", found);
    }

    private void forgetNotices() throws SQLException {
        try (Connection books = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/providers.db"))) {
            books.createStatement().executeUpdate("UPDATE notices SET state = 'given-up' WHERE state = 'waiting'");
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen");
            }
            Thread.onSpinWait();
        }
    }
}
