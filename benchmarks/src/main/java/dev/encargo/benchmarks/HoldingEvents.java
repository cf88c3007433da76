package dev.encargo.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.schema.EventSchema;
import dev.encargo.local.schema.EventSchemas;
import dev.encargo.local.schema.Misfit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// An `OrderCreated` with one line held to its schema: what that adds for the bus, which has parsed the event for its
/// targets.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HoldingEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT = """
            {"version":"0","id":"evt_1","detail-type":"OrderCreated","source":"encargo.orders","account":"000000000000",
             "time":"2026-11-24T10:00:00Z","region":"eu-south-2","resources":[],
             "detail":{"specversion":"1.0","id":"evt_01JDEXAMPXE0000000000TY9K2","source":"encargo.orders",
             "type":"OrderCreated","time":"2026-11-24T10:00:00Z","subject":"ord_01JDEXAMPXE0000000000TY9K2",
             "sequence":1,"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
             "dataschema":"urn:encargo:events:OrderCreated:1","datacontenttype":"application/json",
             "data":{"customerId":"c-1","currency":"EUR","lines":[{"sku":"TEE-BLK-M","quantity":2,
             "unitPrice":{"minor":2190,"currency":"EUR"},"taxRate":0.21,"net":{"minor":4380,"currency":"EUR"}}],
             "totals":{"net":{"minor":4380,"currency":"EUR"},"tax":{"minor":920,"currency":"EUR"},
             "gross":{"minor":5300,"currency":"EUR"},"taxes":[{"rate":0.21,"base":{"minor":4380,"currency":"EUR"},
             "tax":{"minor":920,"currency":"EUR"}}]}},
             "private":{"email":"ana@example.com","locale":"en","paymentMethod":"pm_ok"}}}""";

    private JsonNode event = JSON.missingNode();
    private EventSchemas schemas = new EventSchemas(Map.of());

    @Setup
    public void readSchema() throws Exception {
        event = JSON.readTree(EVENT);
        Path root = Path.of(System.getProperty("encargo.root", "."));
        String text = Files.readString(root.resolve("infrastructure/event-schemas/OrderCreated/1.json"));
        schemas = new EventSchemas(Map.of("OrderCreated/1.json", EventSchema.of("OrderCreated", 1, text)));
    }

    @Benchmark
    public List<Misfit> oneEvent() {
        List<Misfit> misfits = schemas.misfits(event);
        if (!misfits.isEmpty()) {
            throw new IllegalStateException(misfits.toString());
        }
        return misfits;
    }
}
