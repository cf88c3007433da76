package dev.encargo.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProxyEventTest {

    static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_event_is_what_api_gateway_would_send() throws IOException {
        try (Shop shop = new Shop()) {
            String body =
                    "{\"customerId\":\"c-1\",\"items\":[{\"sku\":\"T\",\"quantity\":1,\"unitPrice\":1,\"description\":\"ñ \\\"q\\\" \\\\\"}]}";
            shop.post(
                    "/orders?a=1&a=2&b=x+y%26&c",
                    body,
                    "Content-Type: application/json",
                    "User-Agent: test/1",
                    "X-Twice: one",
                    "x-twice: two",
                    "Authorization: Bearer dev:ana:customer:c-1",
                    "Connection: close");
            JsonNode event = JSON.readTree(shop.called.getFirst().event());
            String id = event.at("/requestContext/requestId").asText();
            assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(event).isEqualTo(expected(shop.gateway.port(), body, id));
        }
    }

    static JsonNode expected(int port, String body, String id) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(
                """
                {"resource": "/orders", "path": "/orders", "httpMethod": "POST",
                 "headers": {"Host": "localhost", "Content-Type": "application/json", "User-Agent": "test/1", "X-Twice": "two",
                   "Authorization": "Bearer dev:ana:customer:c-1", "Content-Length": "LENGTH",
                   "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Port": "PORT", "X-Forwarded-Proto": "http"},
                 "multiValueHeaders": {"Host": ["localhost"], "Content-Type": ["application/json"], "User-Agent": ["test/1"],
                   "X-Twice": ["one", "two"], "Authorization": ["Bearer dev:ana:customer:c-1"], "Content-Length": ["LENGTH"],
                   "X-Forwarded-For": ["127.0.0.1"], "X-Forwarded-Port": ["PORT"], "X-Forwarded-Proto": ["http"]},
                 "queryStringParameters": {"a": "2", "b": "x y&", "c": ""},
                 "multiValueQueryStringParameters": {"a": ["1", "2"], "b": ["x y&"], "c": [""]},
                 "pathParameters": null, "stageVariables": null,
                 "requestContext": {"accountId": "000000000000", "apiId": "ShopApi", "domainName": "localhost", "stage": "dev",
                   "requestId": "ID", "extendedRequestId": "ID", "resourcePath": "/orders", "httpMethod": "POST",
                   "path": "/dev/orders", "protocol": "HTTP/1.1", "requestTime": "24/Nov/2026:12:00:00 +0000",
                   "requestTimeEpoch": 1795521600000,
                   "identity": {"sourceIp": "127.0.0.1", "userAgent": "test/1"},
                   "authorizer": {"claims": {"sub": "ana", "custom:customerId": "c-1"}}},
                 "isBase64Encoded": false}""".replace("LENGTH", Integer.toString(body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length))
                        .replace("PORT", Integer.toString(port))
                        .replace("ID\"", id + "\""));
        return event.put("body", body);
    }
}
