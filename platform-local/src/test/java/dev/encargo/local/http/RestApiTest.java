package dev.encargo.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.function.CallFailed.Kind;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RestApiTest {

    static final String ORDER =
            "{\"customerId\": \"c-1\", \"items\": [{\"sku\": \"TEE\", \"quantity\": 2, \"unitPrice\": 21.90}]}";

    Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new Shop();
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    JsonNode event() throws IOException {
        return new ObjectMapper().readTree(shop.called.getLast().event());
    }

    @Nested
    class Routes {

        @Test
        void a_call_reaches_the_function_that_its_operation_names() throws IOException {
            assertThat(shop.post("/orders", ORDER, "Content-Type: application/json")
                            .status())
                    .isEqualTo(200);
            assertThat(shop.get("/orders/ord_1").status()).isEqualTo(200);
            assertThat(shop.post("/notices", "{}").status()).isEqualTo(200);
            assertThat(shop.called)
                    .extracting(Shop.Called::function)
                    .containsExactly("PlaceFunction", "ReadFunction", "NoticeFunction");
        }

        @Test
        void a_mock_integration_is_answered_by_the_document() throws IOException {
            Wire.Answer answer = shop.get("/health");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
            assertThat(answer.body()).isEqualTo("{\"status\": \"UP\"}");
        }

        @ParameterizedTest
        @CsvSource({"/nowhere", "/", "/orders/", "/orders/1/2", "//orders", "/orders//timeline", "/health/x"})
        void an_unknown_path_is_404(String path) throws IOException {
            Wire.Answer answer = shop.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.kind()).isEqualTo("not-found");
            assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        }

        @Test
        void an_unknown_method_is_405_and_says_what_there_is() throws IOException {
            Wire.Answer answer = shop.send("DELETE /orders HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers()).containsEntry("Allow", "POST, GET, HEAD, OPTIONS");
        }

        @Test
        void options_lists_the_methods() throws IOException {
            Wire.Answer answer = shop.send("OPTIONS /orders/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.headers())
                    .containsEntry("Allow", "GET, HEAD, OPTIONS")
                    .doesNotContainKey("Content-Length");
        }

        @Test
        void head_is_get_without_the_body() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(wire.read(false).headers()).containsEntry("Content-Length", "16");
                wire.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(wire.read().status()).isEqualTo(200);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "/orders/..%2F..%2Fetc%2Fpasswd, ../../etc/passwd",
            "/orders/a%2Fb, a/b",
            "/orders/.., ..",
            "/orders/caf%C3%A9, café",
            "/orders/a+b, a+b",
            "/orders/%7Bid%7D, {id}"
        })
        void a_path_parameter_is_one_segment_decoded(String path, String id) throws IOException {
            assertThat(shop.get(path).status()).isEqualTo(200);
            assertThat(event().at("/pathParameters/id").asText()).isEqualTo(id);
            assertThat(event().path("path").asText()).isEqualTo(path);
        }

        @ParameterizedTest
        @CsvSource({
            "/orders/%",
            "/orders/%2",
            "/orders/%zz",
            "/orders/%00",
            "/orders/a%0d%0ab",
            "/orders/%ff",
            "/orders/%c0%af"
        })
        void a_badly_encoded_path_is_400(String path) throws IOException {
            assertThat(shop.get(path).status()).isEqualTo(400);
            assertThat(shop.called).isEmpty();
        }

        @Test
        void calls_beyond_the_methods_rate_are_429_and_say_when_to_come_back() throws IOException {
            assertThat(shop.get("/rare").status()).isEqualTo(200);
            assertThat(shop.get("/rare").status()).isEqualTo(200);
            Wire.Answer third = shop.get("/rare");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.headers()).containsKey("Retry-After");
            assertThat(shop.get("/orders/1").status()).isEqualTo(200);
        }
    }

    @Nested
    class Callers {

        JsonNode claims(String... headers) throws IOException {
            assertThat(shop.get("/orders/1", headers).status()).isEqualTo(200);
            return event().at("/requestContext/authorizer/claims");
        }

        @Test
        void nobody_in_particular_is_the_operator() throws IOException {
            assertThat(claims()).hasToString("{\"sub\":\"operator\",\"cognito:groups\":\"operators\"}");
        }

        @Test
        void a_customer_has_a_customer_id_and_no_group() throws IOException {
            assertThat(claims("Authorization: Bearer dev:ana:customer:c-1"))
                    .hasToString("{\"sub\":\"ana\",\"custom:customerId\":\"c-1\"}");
        }

        @Test
        void a_name_alone_is_an_operator_by_that_name() throws IOException {
            assertThat(claims("Authorization: Bearer dev:ana"))
                    .hasToString("{\"sub\":\"ana\",\"cognito:groups\":\"operators\"}");
        }

        @ParameterizedTest
        @CsvSource({"Bearer x", "Basic YTpi", "Bearer dev:", "Bearer dev:a:customer:", "Bearer dev:a:b:c", "''"})
        void any_other_authorization_is_401(String authorization) throws IOException {
            Wire.Answer answer = shop.get("/orders/1", "Authorization: " + authorization);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer");
            assertThat(shop.called).isEmpty();
        }

        @Test
        void an_open_operation_asks_nobody() throws IOException {
            assertThat(shop.post("/notices", "{}", "Authorization: Basic YTpi").status())
                    .isEqualTo(200);
            assertThat(event().at("/requestContext/authorizer").isMissingNode()).isTrue();
        }
    }

    @Nested
    class Answers {

        @Test
        void a_functions_answer_is_passed_on() throws IOException {
            shop.answers("""
                    {"statusCode":201,"headers":{"Location":"/orders/ord_1","ETag":"\\"1\\""},
                     "multiValueHeaders":{"Link":["<a>","<b>"]},"body":"{\\"ñ\\":1}","isBase64Encoded":false}""");
            Wire.Answer answer = shop.get("/orders/1");
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.headers())
                    .containsEntry("Location", "/orders/ord_1")
                    .containsEntry("Link", "<b>");
            assertThat(answer.body()).isEqualTo("{\"ñ\":1}");
        }

        @Test
        void an_encoded_body_is_decoded() throws IOException {
            shop.answers(
                    "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"text/plain\"},\"body\":\"aGk=\",\"isBase64Encoded\":true}");
            assertThat(shop.get("/orders/1").body()).isEqualTo("hi");
        }

        @Test
        void a_function_cannot_break_the_answers_frame() throws IOException {
            shop.answers(
                    "{\"statusCode\":200,\"headers\":{\"Content-Length\":\"1\",\"Transfer-Encoding\":\"chunked\"},\"body\":\"hello\"}");
            Wire.Answer answer = shop.get("/orders/1");
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.headers()).doesNotContainKey("Transfer-Encoding");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "null",
                    "[]",
                    "not json",
                    "{}",
                    "{\"errorMessage\":\"boom\"}",
                    "{\"statusCode\":99}",
                    "{\"statusCode\":200,\"body\":{}}",
                    "{\"statusCode\":200,\"headers\":[]}",
                    "{\"statusCode\":200,\"headers\":{\"X\":\"a\\r\\nSet-Cookie: b\"}}",
                    "{\"statusCode\":200,\"headers\":{\"X y\":\"a\"}}",
                    "{\"statusCode\":200,\"headers\":{\"X\":{}}}",
                    "{\"statusCode\":200,\"body\":\"%%%\",\"isBase64Encoded\":true}",
                    "{\"statusCode\":200"
                })
        void a_malformed_answer_is_502(String json) throws IOException {
            shop.answers(json);
            Wire.Answer answer = shop.get("/orders/1");
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.kind()).isEqualTo("bad-gateway");
        }

        @ParameterizedTest
        @EnumSource
        void a_function_that_gives_no_answer_is_a_problem_with_its_reason(Kind kind) throws IOException {
            shop.behaviour = (function, event) -> {
                throw new CallFailed(kind, "Boom", "boom");
            };
            Wire.Answer answer = shop.get("/orders/1");
            int status = switch (kind) {
                case TIMED_OUT -> 504;
                case THROTTLED -> 429;
                case CRASHED -> 502;
            };
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers().containsKey("Retry-After")).isEqualTo(kind == Kind.THROTTLED);
        }
    }
}
