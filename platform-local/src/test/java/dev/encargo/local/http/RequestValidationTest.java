package dev.encargo.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.local.http.api.RestApi;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.TemplateRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestValidationTest {

    Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new Shop();
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    Wire.Answer place(String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        if (all.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
            all.add("Content-Type: application/json");
        }
        return shop.post("/orders", body, all.toArray(String[]::new));
    }

    static String withLine(String line) {
        return "{\"customerId\":\"c\",\"items\":[" + line + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                        | /customerId, /items",
                "[]                                                        | ~~",
                "null                                                      | ~~",
                "{\"customerId\":1,\"items\":[]}                           | /customerId, /items",
                "{\"customerId\":\"\",\"items\":null}                      | /customerId, /items",
                "{\"customerId\":\"c\",\"items\":[{}]}                     | /items/0/quantity, /items/0/sku, /items/0/unitPrice",
                "{\"customerId\":\"c\",\"items\":[1],\"a/b~c\":1}          | /a~1b~0c, /items/0",
                "{\"customerId\":\"c\",\"items\":[{\"sku\":\"x y\",\"quantity\":1,\"unitPrice\":1}]}      | /items/0/sku",
                "{\"customerId\":\"c\",\"items\":[{\"sku\":\"x\",\"quantity\":0,\"unitPrice\":1}]}        | /items/0/quantity",
                "{\"customerId\":\"c\",\"items\":[{\"sku\":\"x\",\"quantity\":1.5,\"unitPrice\":1}]}      | /items/0/quantity",
                "{\"customerId\":\"c\",\"items\":[{\"sku\":\"x\",\"quantity\":\"1\",\"unitPrice\":1}]}    | /items/0/quantity",
                "{\"customerId\":\"c\",\"items\":[{\"sku\":\"x\",\"quantity\":1,\"unitPrice\":-1}]}       | /items/0/unitPrice",
                "{\"customerId\":\"c\",\"items\":[{\"sku\":\"x\",\"quantity\":1,\"unitPrice\":0.001}]}    | /items/0/unitPrice",
                "{\"customerId\":\"c\",\"items\":[{\"sku\":\"x\",\"quantity\":1.0,\"unitPrice\":1}]}      | /items/0/quantity",
                "{\"customerId\":\"c\",\"items\":[{\"sku\":\"x\",\"quantity\":1e30,\"unitPrice\":1}]}     | /items/0/quantity",
            })
    void a_bad_body_is_400_and_names_each_bad_field(String body, String fields) throws IOException {
        Wire.Answer answer = place(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.kind()).isEqualTo("invalid-request");
        List<String> named = new ArrayList<>();
        answer.json().path("errors").forEach(error -> {
            named.add(error.path("field").asText());
            assertThat(error.path("message").asText()).isNotBlank();
        });
        assertThat(named.stream().distinct().sorted().toList()).isEqualTo(List.of(fields.split(", ", -1)));
        assertThat(shop.called).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"sku\":\"x\",\"quantity\":1,\"unitPrice\":0}",
                "{\"sku\":\"x\",\"quantity\":7,\"unitPrice\":0.1}",
                "{\"sku\":\"x\",\"quantity\":1000000,\"unitPrice\":99999999999999999999.99}",
                "{\"sku\":\"x\",\"quantity\":1,\"unitPrice\":19.99,\"description\":\"ñandú 💶 \\u0000\"}",
            })
    void a_good_body_reaches_the_function_untouched(String line) throws IOException {
        String body = " " + withLine(line) + "\n";
        assertThat(place(body).status()).isEqualTo(200);
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(shop.called.getFirst().event())
                        .path("body")
                        .asText())
                .isEqualTo(body);
    }

    @Test
    void what_may_be_null_may_be_null() throws IOException {
        String line = "{\"sku\":\"x\",\"quantity\":1,\"unitPrice\":1}";
        assertThat(place("{\"customerId\":\"c\",\"taxId\":null,\"items\":[" + line + "]}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}{}",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "// x\n{}",
                "\"\\ud83d",
                "{\"a\":\"\t\"}",
                "{\"customerId\":\"c\",\"customerId\":\"d\"}",
                "{\"a\":1e999999999}",
                "[1e-999999999]",
                "   "
            })
    void malformed_json_is_400(String body) throws IOException {
        Wire.Answer answer = place(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.kind()).isEqualTo("malformed-json");
    }

    @Test
    void a_key_given_twice_is_named() throws IOException {
        Wire.Answer answer = place("{\"customerId\":\"c\",\"customerId\":\"d\"}");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("customerId");
    }

    @Test
    void bytes_that_are_no_utf_8_are_400() throws IOException {
        for (byte[] bad :
                new byte[][] {{(byte) 0xff}, {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            try (Wire wire = shop.wire()) {
                wire.send("POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bad.length + "\r\n\r\n")
                        .send(bad);
                assertThat(wire.read().kind()).isEqualTo("invalid-utf-8");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999", "1e99999999999", "-1E+99999999999999999999"})
    void a_number_that_is_a_gigabyte_written_out_is_400(String number) throws IOException {
        assertThat(place("{\"total\":" + number + "}").json().path("detail").asText())
                .contains("64 digits");
    }

    @Test
    void deep_nesting_is_400_however_deep() throws IOException {
        assertThat(place("[".repeat(30_000) + "]".repeat(30_000))
                        .json()
                        .path("detail")
                        .asText())
                .contains("nested deeper");
        assertThat(place("{\"a\":".repeat(10_000)).kind()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=latin1",
        "application/jsonx",
        "json"
    })
    void another_media_type_is_415(String type) throws IOException {
        Wire.Answer answer = place(withLine(""), "Content-Type: " + type);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("detail").asText()).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource({"application/json; charset=utf-8", "Application/JSON", "application/json;charset=\"UTF-8\""})
    void json_may_be_called_json_in_every_way(String type) throws IOException {
        String line = "{\"sku\":\"x\",\"quantity\":1,\"unitPrice\":1}";
        assertThat(place(withLine(line), "Content-Type: " + type).status()).isEqualTo(200);
    }

    @Test
    void a_missing_body_is_400() throws IOException {
        assertThat(place("").kind()).isEqualTo("body-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "status=SHIPPED,status",
        "limit=0,limit",
        "limit=101,limit",
        "limit=x,limit",
        "limit=1e2,limit",
        "limit=,limit",
        "limit=1&limit=2,limit",
        "tag=a&tag=b&tag=c,tag",
        "status=%50AI,status"
    })
    void a_bad_query_is_400_and_names_the_parameter(String query, String name) throws IOException {
        Wire.Answer answer = shop.get("/orders?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"status=PAID", "limit=100&status=PENDING", "tag=a&tag=b", "other=1", "status=%50AID", "''"})
    void a_good_query_passes(String query) throws IOException {
        assertThat(shop.get("/orders?" + query).status()).isEqualTo(200);
    }

    @Test
    void a_bad_header_is_400_and_named() throws IOException {
        Wire.Answer answer = place(withLine(""), "Idempotency-Key: " + "k".repeat(256));
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
        assertThat(place(withLine(""), "Idempotency-Key: a b").status()).isEqualTo(400);
        assertThat(place(withLine(""), "Idempotency-Key: a", "idempotency-key: b")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_path_parameter_is_held_to_its_schema() throws IOException {
        assertThat(shop.get("/orders/" + "x".repeat(65))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("id");
    }

    @Test
    void a_keyword_that_nobody_would_heed_is_refused_with_its_line(@TempDir Path folder) throws IOException {
        Path from = Shop.template().getParent();
        Files.copy(from.resolve("template.yaml"), folder.resolve("template.yaml"));
        String document = Files.readString(from.resolve("openapi.yaml"));
        Files.writeString(
                folder.resolve("openapi.yaml"),
                document.replace("customerId: {type: string, minLength: 1", "customerId: {type: string, minLenght: 1")
                        .replace("#/components/schemas/Line", "#/components/schemas/Lime"));
        Stack stack = StackReader.read(folder.resolve("template.yaml"), StackOptions.laptop(1));
        assertThatThrownBy(() -> RestApi.of(stack, stack.apis().get("ShopApi"), shop, InstantSource.system(), 1))
                .isInstanceOf(TemplateRefused.class)
                .hasMessageContaining("openapi.yaml:" + line(document, "customerId: {"))
                .hasMessageContaining("`minLenght` in a schema")
                .hasMessageContaining("`#/components/schemas/Lime` names nothing");
    }

    static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }
}
