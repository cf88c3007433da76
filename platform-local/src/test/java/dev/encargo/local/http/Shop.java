package dev.encargo.local.http;

import dev.encargo.local.function.CallFailed;
import dev.encargo.local.http.api.RestApi;
import dev.encargo.local.http.wire.Limits;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small API on a real port. Its functions remember their events and answer what the test tells them.
final class Shop implements FunctionCaller, AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    record Called(String function, String event) {}

    final List<Called> called = new CopyOnWriteArrayList<>();
    volatile FunctionCaller behaviour =
            (function, event) -> "{\"statusCode\":200,\"body\":\"{}\"}".getBytes(StandardCharsets.UTF_8);
    final Gateway gateway;

    Shop() throws IOException {
        this(Limits.standard());
    }

    Shop(Limits limits, Mount... mounts) throws IOException {
        gateway = Gateway.bind(0, limits);
        Stack stack = StackReader.read(template(), StackOptions.laptop(gateway.port()));
        ApiResource api = stack.apis().get("ShopApi");
        gateway.open(RestApi.of(stack, api, this, InstantSource.fixed(NOON), gateway.port()), List.of(mounts));
    }

    void answers(String json) {
        behaviour = (function, event) -> json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] call(String functionId, byte[] proxyEvent) throws CallFailed {
        called.add(new Called(functionId, new String(proxyEvent, StandardCharsets.UTF_8)));
        return behaviour.call(functionId, proxyEvent);
    }

    Wire wire() throws IOException {
        return new Wire(gateway.port());
    }

    /// One exchange on a connection of its own.
    Wire.Answer send(String request) throws IOException {
        try (Wire wire = wire()) {
            return wire.send(request).read();
        }
    }

    Wire.Answer get(String target, String... headers) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines(headers) + "\r\n");
    }

    Wire.Answer post(String target, String body, String... headers) throws IOException {
        return send("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines(headers) + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    static Path template() {
        try {
            return Path.of(Shop.class.getResource("template.yaml").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        gateway.close();
    }
}
