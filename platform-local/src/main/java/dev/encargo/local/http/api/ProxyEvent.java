package dev.encargo.local.http.api;

import dev.encargo.local.http.wire.Headers;
import dev.encargo.local.http.wire.JsonBytes;
import dev.encargo.local.http.wire.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// API Gateway's event for a Lambda proxy integration, payload format 1.0.
final class ProxyEvent {

    private static final Set<String> HOP_BY_HOP = hopByHop();

    private final Stage stage;
    private final Request request;
    private final Operation operation;
    private final JsonBytes json;

    ProxyEvent(Stage stage, Request request, Operation operation, int bodyLength) {
        this.stage = stage;
        this.request = request;
        this.operation = operation;
        this.json = new JsonBytes(1_600 + bodyLength + bodyLength / 4);
    }

    /// `claims` is JSON; null where nobody was asked. `body` is UTF-8.
    byte[] write(
            Map<String, String> path,
            Map<String, List<String>> query,
            byte @Nullable [] claims,
            byte[] body,
            Instant now) {
        json.raw("{\"resource\":").text(operation.resource());
        json.raw(",\"path\":").text(request.path());
        json.raw(",\"httpMethod\":").text(request.method());
        writeHeaders();
        writeQuery(query);
        json.raw(",\"pathParameters\":");
        writePath(path);
        json.raw(",\"stageVariables\":null,\"requestContext\":");
        writeContext(claims, now);
        json.raw(",\"body\":");
        if (body.length == 0) {
            json.raw("null");
        } else {
            json.text(body);
        }
        return json.raw(",\"isBase64Encoded\":false}").toBytes();
    }

    private void writeHeaders() {
        Headers headers = request.headers();
        json.raw(",\"headers\":{");
        writeHeaderValues(headers, false);
        json.raw("},\"multiValueHeaders\":{");
        writeHeaderValues(headers, true);
        json.raw("}");
    }

    private void writeHeaderValues(Headers headers, boolean all) {
        String before = "";
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            if (isFirst(headers, i) && !HOP_BY_HOP.contains(name)) {
                json.raw(before).text(name).raw(":");
                writeValues(headers.all(name), all);
                before = ",";
            }
        }
        forwarded(before, "X-Forwarded-For", address(), all);
        forwarded(",", "X-Forwarded-Port", stage.port(), all);
        forwarded(",", "X-Forwarded-Proto", "http", all);
    }

    private void forwarded(String before, String name, String value, boolean all) {
        json.raw(before).text(name).raw(":");
        writeValues(List.of(value), all);
    }

    private static boolean isFirst(Headers headers, int index) {
        String name = headers.name(index);
        for (int i = 0; i < index; i++) {
            if (headers.name(i).equalsIgnoreCase(name)) {
                return false;
            }
        }
        return true;
    }

    /// One value is the last.
    private void writeValues(List<String> values, boolean all) {
        if (!all) {
            json.text(values.getLast());
            return;
        }
        String before = "[";
        for (String value : values) {
            json.raw(before).text(value);
            before = ",";
        }
        json.raw("]");
    }

    private void writeQuery(Map<String, List<String>> query) {
        json.raw(",\"queryStringParameters\":");
        writeQueryValues(query, false);
        json.raw(",\"multiValueQueryStringParameters\":");
        writeQueryValues(query, true);
    }

    private void writeQueryValues(Map<String, List<String>> query, boolean all) {
        String before = "{";
        for (Map.Entry<String, List<String>> one : query.entrySet()) {
            json.raw(before).text(one.getKey()).raw(":");
            writeValues(one.getValue(), all);
            before = ",";
        }
        json.raw(query.isEmpty() ? "null" : "}");
    }

    private void writePath(Map<String, String> path) {
        String before = "{";
        for (Map.Entry<String, String> one : path.entrySet()) {
            json.raw(before).text(one.getKey()).raw(":").text(one.getValue());
            before = ",";
        }
        json.raw(path.isEmpty() ? "null" : "}");
    }

    private void writeContext(byte @Nullable [] claims, Instant now) {
        String id = RequestIds.next();
        json.raw("{\"accountId\":").text(stage.account()).raw(",\"apiId\":").text(stage.apiId());
        json.raw(",\"domainName\":\"localhost\",\"stage\":").text(stage.name());
        json.raw(",\"requestId\":").text(id).raw(",\"extendedRequestId\":").text(id);
        json.raw(",\"resourcePath\":").text(operation.resource());
        json.raw(",\"httpMethod\":").text(request.method());
        json.raw(",\"path\":").text("/" + stage.name() + request.path());
        json.raw(",\"protocol\":").text(request.protocol());
        json.raw(",\"requestTime\":").text(RequestTime.of(now));
        json.raw(",\"requestTimeEpoch\":").number(now.toEpochMilli());
        json.raw(",\"identity\":{\"sourceIp\":").text(address()).raw(",\"userAgent\":");
        @Nullable String agent = request.header("User-Agent");
        if (agent == null) {
            json.raw("null}");
        } else {
            json.text(agent).raw("}");
        }
        if (claims != null) {
            json.raw(",\"authorizer\":{\"claims\":").raw(claims).raw("}");
        }
        json.raw("}");
    }

    private String address() {
        return request.remote().isLoopbackAddress()
                ? "127.0.0.1"
                : request.remote().getHostAddress();
    }

    private static Set<String> hopByHop() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of("Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding"));
        names.addAll(List.of("Upgrade", "Expect", "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto"));
        return names;
    }
}
