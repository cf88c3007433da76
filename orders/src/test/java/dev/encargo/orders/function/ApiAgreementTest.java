package dev.encargo.orders.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.contracts.UndoReason;
import dev.encargo.orders.model.FactKind;
import dev.encargo.orders.model.Status;
import dev.encargo.orders.model.Timeline;
import dev.encargo.platform.testing.MemoryPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every answer of every test of this package is held against the specification by [Calls]; these tests hold the
/// rest.
class ApiAgreementTest {
    private static final Set<String> ELSEWHERE =
            Set.of("ReadInvoiceFunction", "ReceivePaymentNoticeFunction", "ReceiveInventoryNoticeFunction");
    private final Specification api = Specification.API;

    @Test
    void every_operation_has_the_handler_that_is_named_for_it() {
        assertThat(api.operations()).hasSize(11).allSatisfy(operation -> {
            if (!operation.id().equals("checkHealth")) {
                assertThat(operation.function()).isEqualToIgnoringCase(operation.id() + "Function");
                if (!ELSEWHERE.contains(operation.function())) {
                    assertThat(Class.forName("dev.encargo.orders.function." + operation.function())
                                    .getConstructor())
                            .isNotNull();
                }
            }
        });
    }

    @Test
    void every_handler_of_the_api_has_an_operation() throws IOException {
        Path sources = Path.of(System.getProperty("encargo.root"), "orders/src/main/java/dev/encargo/orders/function");
        List<String> handlers = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("extends ApiFunction")) {
                    handlers.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(api.operations().stream().map(Specification.Operation::function))
                .containsAll(handlers);
    }

    @Test
    void an_order_with_every_field_is_accepted_by_both_and_shown_without_its_payment_method() {
        String body = """
                {"customerId": "c-1", "currency": "EUR", "items": [
                    {"sku": "TEE", "description": "Ñandú – 🦤 \\"tee\\"", "quantity": 2, "unitPrice": 21.90, "taxRate": 0.1}],
                 "paymentMethod": "pm_ok", "email": "ana@example.es", "locale": "es", "name": "Ana Núñez",
                 "shippingAddress": {"line1": "Calle Mayor 1", "line2": "2º B", "postalCode": "28013", "city": "Madrid",
                                     "region": "Madrid", "country": "ES"}, "taxId": "12345678Z"}""";
        assertThat(api.wrongRequest("POST", "/orders", body)).isEmpty();
        MemoryPlatform platform = new MemoryPlatform();
        Calls.Answer placed = new Calls(platform).place(body);
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.body()).doesNotContain("pm_ok", "paymentMethod").contains("Ñandú – 🦤", "Ana Núñez");
        assertThat(platform.published.getFirst().detail()).contains("\"paymentMethod\":\"pm_ok\"");
        assertThat(platform.documents
                        .get("orders", placed.json().path("id").asText())
                        .orElseThrow()
                        .body())
                .doesNotContain("pm_ok");
    }

    @Test
    void the_examples_of_requests_are_valid_and_accepted() {
        assertThat(api.operations()).allSatisfy(operation -> {
            JsonNode media = operation.declared().at("/requestBody/content/application~1json");
            if (media.has("example")) {
                assertThat(api.wrongRequest(
                                operation.method(),
                                operation.path(),
                                media.path("example").toString()))
                        .isEmpty();
            }
        });
    }

    @Test
    void the_words_of_the_specification_are_the_words_of_the_model() {
        assertThat(words("Status", "")).containsExactlyInAnyOrderElementsOf(names(Status.values()));
        assertThat(words("Reason", "")).containsExactlyInAnyOrderElementsOf(names(UndoReason.values()));
        assertThat(words("TimelineEntry", "/properties/state"))
                .containsExactlyInAnyOrderElementsOf(names(Timeline.State.values()));
        Set<String> codes = new TreeSet<>(names(FactKind.values()));
        codes.addAll(List.of("ORDER_PLACED", "STATUS_CHANGED", "ATTENTION_RAISED"));
        assertThat(words("TimelineEntry", "/properties/code")).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void every_operation_declares_that_we_may_fail() {
        assertThat(api.operations())
                .filteredOn(operation -> !operation.id().equals("checkHealth"))
                .allSatisfy(operation -> assertThat(
                                operation.declared().path("responses").has("500"))
                        .isTrue())
                .allSatisfy(operation -> assertThat(
                                operation.declared().path("responses").has("503"))
                        .isTrue());
    }

    private List<String> words(String schema, String at) {
        List<String> words = new ArrayList<>();
        api.schema(schema).at(at + "/enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
