package dev.encargo.deployment.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.deployment.image.ImageFolder;
import dev.encargo.deployment.image.PlayedFunctions;
import dev.encargo.local.template.model.BucketResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.TargetResource;
import dev.encargo.providers.NoticeFault;
import dev.encargo.providers.NoticeType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Whole orders by services that nobody here wrote: moto's rules, queues and workflows, the functions of the image with
/// their ports on AWS. Not verified on AWS itself.
@Tag("slow")
@DisplayName("an order on foreign engines")
class OnForeignEnginesTest {
    private static final Path ROOT =
            Path.of(System.getProperty("encargo.root", "..")).toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path work;

    private static PlayedFunctions functions;
    private static EmulatedHost host;

    private Customer customer;

    @BeforeAll
    static void everything_is_started() throws Exception {
        Path java = Path.of(System.getProperty("java.home"));
        ImageFolder image = ImageFolder.assemble(ROOT, "image", work.resolve("image"), java);
        AtomicReference<PlayedFunctions> played = new AtomicReference<>();
        host = EmulatedHost.start(ROOT, work, Map.of("PaymentLimit", "8"), made -> {
            played.set(PlayedFunctions.start(image, made, ImageFolder.Cache.NONE, work.resolve("functions.log")));
            return played.get();
        });
        functions = played.get();
    }

    @AfterAll
    static void everything_is_closed() throws IOException {
        if (host != null) {
            host.close();
            functions.close();
        }
    }

    @BeforeEach
    void a_customer_comes() {
        customer = new Customer(host.api());
    }

    @AfterEach
    void the_customer_leaves() {
        customer.close();
    }

    @Test
    void is_paid_invoiced_announced_and_recorded() throws Exception {
        String id = customer.place("pm_ok", "TEE", "happy");
        customer.awaitStatus(id, "PAID");
        String invoice = customer.get("/orders/" + id + "/invoice")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(new String(download(invoice), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(mailsAbout(id)).as("one mail, since it is paid").hasSize(1);
        assertThat(lake())
                .contains("OrderCreated", "PaymentCaptured", "InvoiceIssued")
                .doesNotContain("ana@");
        assertThat(captured(id)).isEqualTo(1);
    }

    @Test
    void is_undone_when_the_payment_is_declined() throws Exception {
        String id = customer.place("pm_declined", "TEE", "declined");
        assertThat(customer.awaitStatus(id, "REJECTED").path("reason").asText()).isEqualTo("PaymentDeclined");
        assertThat(reservation(id)).isEqualTo("released");
    }

    @Test
    void goes_on_after_its_limit_when_the_document_or_the_provider_knows_of_the_money() throws Exception {
        host.providers().faults().next(NoticeType.PAYMENT_CAPTURED, new NoticeFault.Dropped(), 1);
        String id = customer.place("pm_ok", "TEE", "overruled");
        JsonNode order = customer.awaitStatus(id, "PAID");
        assertThat(order.path("status").asText()).isEqualTo("PAID");
        assertThat(captured(id)).isEqualTo(1);
    }

    @Test
    void is_undone_after_its_limit_when_nobody_has_the_money() throws Exception {
        String id = customer.place("pm_timeout", "TEE", "late");
        assertThat(customer.awaitStatus(id, "REJECTED").path("reason").asText()).isEqualTo("PaymentTimedOut");
        assertThat(captured(id)).isZero();
        assertThat(reservation(id)).isEqualTo("released");
    }

    @Test
    void is_canceled_and_all_of_it_given_back() throws Exception {
        String id = customer.place("pm_ok", "TEE", "canceled");
        customer.awaitStatus(id, "PAID");
        assertThat(customer.send("POST", "/orders/" + id + "/cancel", "{}", "cancel")
                        .statusCode())
                .isEqualTo(202);
        customer.awaitStatus(id, "CANCELED");
        JsonNode payment = payment(id);
        assertThat(payment.path("refunded").asLong())
                .isEqualTo(payment.path("captured").asLong())
                .isPositive();
        assertThat(reservation(id)).isEqualTo("released");
        assertThat(customer.get("/orders/" + id + "/invoice?kind=credit-note").statusCode())
                .isEqualTo(303);
    }

    /// moto matches rules and delivers whole events to queues; what a target's input is made of, and targets of other
    /// kinds, are bridged. What starts the workflow is therefore asserted where it is declared.
    @Test
    void is_started_in_the_template_by_the_rule_that_is_bridged_here() {
        Stack stack = host.stack().stack();
        RuleResource rule = stack.rules().get("CreatedOrdersAreFulfilled");
        assertThat(rule.targets()).singleElement().satisfies((TargetResource target) -> {
            assertThat(stack.stateMachineByArn(target.arn())).isPresent();
            assertThat(target.roleArn()
                            .flatMap(stack::roleByArn)
                            .orElseThrow()
                            .allows("states:StartExecution", target.arn()))
                    .isTrue();
            assertThat(target.inputPath()).contains("$.detail");
        });
    }

    private static byte[] download(String link) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    /// The subjects of the mails that name the order, as moto keeps what was sent.
    private static List<String> mailsAbout(String id) throws IOException, InterruptedException {
        List<String> subjects = new ArrayList<>();
        for (JsonNode mail : JSON.readTree(download(host.stack().address() + "/moto-api/data.json"))
                .path("ses")
                .path("Message")) {
            if (mail.path("body").asText().contains(id)) {
                subjects.add(mail.path("subject").asText());
            }
        }
        return subjects;
    }

    /// All events that have landed.
    private static String lake() throws IOException {
        BucketResource lake = host.stack().stack().buckets().get("LakeBucket");
        S3Client files = host.stack().clients().files;
        StringBuilder all = new StringBuilder();
        for (S3Object file :
                files.listObjectsV2(request -> request.bucket(lake.name())).contents()) {
            byte[] landed = files.getObjectAsBytes(
                            request -> request.bucket(lake.name()).key(file.key()))
                    .asByteArray();
            all.append(new String(unzipped(landed), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private static byte[] unzipped(byte[] file) throws IOException {
        if (file.length < 2 || file[0] != 0x1f || file[1] != (byte) 0x8b) {
            return file;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static JsonNode payment(String id) throws IOException, InterruptedException {
        return ledger(host.providers().payments().url(), id).path("payments").path(0);
    }

    private static long captured(String id) throws IOException, InterruptedException {
        return payment(id).path("captures").asLong();
    }

    private static String reservation(String id) throws IOException, InterruptedException {
        return ledger(host.providers().warehouse().url(), id)
                .path("reservations")
                .path(0)
                .path("status")
                .asText();
    }

    private static JsonNode ledger(URI party, String id) throws IOException, InterruptedException {
        return JSON.readTree(download(party + "/ledger?orderId=" + id));
    }
}
