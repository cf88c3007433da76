package dev.encargo.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.http.api.RestApi;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncargoApiTest {

    static final Path FILE = Path.of(System.getProperty("encargo.root", ".."), "infrastructure", "template.yaml");
    static final String ID = "ord_01ARZ3NDEKTSV4RRFFQ69G5FAV";

    @ParameterizedTest
    @CsvSource({
        "GET, /orders, ListOrdersFunction",
        "GET, /orders/" + ID + ", ReadOrderFunction",
        "GET, /orders/" + ID + "/timeline, ReadTimelineFunction",
        "GET, /orders/" + ID + "/invoice, ReadInvoiceFunction",
        "GET, /ready, CheckReadinessFunction",
    })
    void the_template_says_which_function_answers(String method, String path, String function) throws IOException {
        try (Gateway gateway = Gateway.bind(0);
                Wire wire = new Wire(gateway.port())) {
            Stack stack = StackReader.read(FILE, StackOptions.laptop(gateway.port()));
            FunctionCaller echo = (called, event) ->
                    ("{\"statusCode\":200,\"body\":\"" + called + "\"}").getBytes(StandardCharsets.UTF_8);
            gateway.open(
                    RestApi.of(stack, stack.apis().get("EncargoApi"), echo, InstantSource.system(), gateway.port()),
                    List.of());
            assertThat(wire.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .read()
                            .body())
                    .isEqualTo(function);
            assertThat(wire.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .read()
                            .json()
                            .path("status")
                            .asText())
                    .isEqualTo("UP");
        }
    }

    @Test
    void the_api_knows_the_functions_that_its_operations_name() throws IOException {
        Stack stack = StackReader.read(FILE, StackOptions.laptop(1));
        FunctionCaller nobody = (_, _) -> new byte[0];
        RestApi api = RestApi.of(stack, stack.apis().get("EncargoApi"), nobody, InstantSource.system(), 1);
        assertThat(api.functions())
                .containsExactlyInAnyOrder(
                        "PlaceOrderFunction",
                        "ListOrdersFunction",
                        "ReadOrderFunction",
                        "ChangeOrderStatusFunction",
                        "CancelOrderFunction",
                        "ReadTimelineFunction",
                        "ReadInvoiceFunction",
                        "ReceivePaymentNoticeFunction",
                        "ReceiveInventoryNoticeFunction",
                        "CheckReadinessFunction");
    }
}
