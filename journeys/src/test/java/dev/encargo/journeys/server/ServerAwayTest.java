package dev.encargo.journeys.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.encargo.cli.running.StoreAddress;
import dev.encargo.cli.up.LocalStack;
import dev.encargo.local.host.Host;
import dev.encargo.local.host.HostSettings;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.platform.documents.KeptDocuments;
import dev.encargo.providers.NoticeHabits;
import dev.encargo.providers.ProvidersSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("a server that goes away while the host works")
class ServerAwayTest {
    private static final Path TEMPLATE =
            Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void loses_nothing_and_doubles_nothing_once_it_is_back() throws Exception {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        mongo.bind();
        try (Cable cable = new Cable(mongo.getLocalAddress());
                KeptDocuments kept = new StoreAddress("mongodb://127.0.0.1:" + cable.port()).open("encargo")) {
            HostSettings settings = HostSettings.of(TEMPLATE, folder, 0);
            kept.prepare(Host.check(settings).declaredIndexes());
            ProvidersSettings outside =
                    ProvidersSettings.in(folder.resolve("providers.db")).withHabits(NoticeHabits.TIDY);
            try (LocalStack stack = LocalStack.start(settings.keeping(kept.documents()), outside, List.of())) {
                theServerGoesAndComesBack(stack, cable);
            }
        } finally {
            mongo.shutdownNow();
        }
    }

    private static void theServerGoesAndComesBack(LocalStack stack, Cable cable) throws Exception {
        HttpResponse<String> accepted = place(stack, "accepted");
        assertThat(accepted.statusCode()).isEqualTo(201);
        cable.cut();
        assertThat(place(stack, "refused").statusCode()).isEqualTo(503);
        stack.host().forward(Duration.ofMinutes(1));
        String id = Json.parse(accepted.body()).path("id").asText();
        assertThat(get(stack, "/orders/" + id).statusCode()).isEqualTo(503);

        cable.mend();
        assertThat(read(stack, "/orders/" + id).path("status").asText()).isNotEqualTo("PAID");
        stack.host().forward(Duration.ofMinutes(5));
        assertThat(read(stack, "/orders/" + id).path("status").asText()).isEqualTo("PAID");
        JsonNode payments = Json.parse(fetch(HttpRequest.newBuilder(
                                URI.create(stack.providers().payments().url() + "/ledger"))
                        .build())
                .body());
        assertThat(payments.path("payments")).hasSize(1);
        assertThat(place(stack, "refused").statusCode())
                .as("the same order once more")
                .isEqualTo(201);
        stack.host().forward(Duration.ofMinutes(3));
        assertThat(read(stack, "/orders").path("orders"))
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.path("status").asText()).isEqualTo("PAID"));
    }

    private static HttpResponse<String> place(LocalStack stack, String key) throws Exception {
        return fetch(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + stack.host().port() + "/orders"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"customerId":"c-1","email":"ana@example.com",
                         "items":[{"sku":"TEE-BLK-M","quantity":2,"unitPrice":21.90}]}"""))
                .build());
    }

    private static HttpResponse<String> get(LocalStack stack, String path) throws Exception {
        return fetch(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + stack.host().port() + path))
                .build());
    }

    private static JsonNode read(LocalStack stack, String path) throws Exception {
        return Json.parse(get(stack, path).body());
    }

    private static HttpResponse<String> fetch(HttpRequest request) throws Exception {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
