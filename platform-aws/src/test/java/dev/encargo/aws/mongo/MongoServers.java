package dev.encargo.aws.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.encargo.aws.emulator.Emulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class a server that speaks MongoDB's protocol: the one that `MONGODB_URI` names, else one in this
/// process. Every test has a database of its own, and fails when it said what DocumentDB does not understand.
public final class MongoServers implements BeforeAllCallback, AfterEachCallback {
    private final List<MongoStore> stores = new ArrayList<>();
    private final List<String> databases = new ArrayList<>();
    private final Spoken spoken = new Spoken();
    private String server = "";

    private record InProcess(MongoServer server, String uri) implements AutoCloseable {
        static InProcess start() {
            MongoServer server = new MongoServer(new MemoryBackend());
            server.bind();
            return new InProcess(server, server.getConnectionString());
        }

        @Override
        public void close() {
            server.shutdownNow();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = Optional.ofNullable(System.getenv("MONGODB_URI"))
                .orElseGet(() -> context.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(InProcess.class, _ -> InProcess.start(), InProcess.class)
                        .uri());
    }

    /// Where a new database is, dropped after the test.
    public String database() {
        String rest = server.substring(server.indexOf("//") + 2);
        String hosts = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        String options = rest.contains("?") ? rest.substring(rest.indexOf('?')) : "";
        String name = Emulator.fresh("encargo-test");
        databases.add(name);
        return server.substring(0, server.indexOf("//") + 2) + hosts + "/" + name + options;
    }

    /// An empty store, with its indexes.
    MongoStore empty(String... indexes) {
        MongoAddress address = new MongoAddress(new ConnectionString(database()), null, null, "unnamed");
        MongoStore made = new MongoStore(() -> address, () -> address, this::listenedTo);
        new MongoIndexes(made).create(List.of(indexes));
        stores.add(made);
        return made;
    }

    private MongoClient listenedTo(MongoClientSettings settings) {
        return MongoClients.create(
                MongoClientSettings.builder(settings).addCommandListener(spoken).build());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stores.forEach(MongoStore::close);
        stores.clear();
        try (MongoClient client = MongoClients.create(server)) {
            databases.forEach(name -> client.getDatabase(name).drop());
        }
        databases.clear();
        assertThat(spoken.notUnderstoodByDocumentDb()).isEmpty();
    }
}
