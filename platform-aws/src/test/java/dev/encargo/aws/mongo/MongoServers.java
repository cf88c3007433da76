package dev.encargo.aws.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.encargo.aws.emulator.Emulator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class a server that speaks MongoDB's protocol: the one that `MONGODB_URI` names, else one in this
/// process. Every test has a database of its own, and fails when it said what DocumentDB does not understand.
final class MongoServers implements BeforeAllCallback, AfterEachCallback {
    private @Nullable MongoStore store;
    private final Spoken spoken = new Spoken();
    private String uri = "";

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
        String named = System.getenv("MONGODB_URI");
        uri = named != null
                ? named
                : context.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(InProcess.class, _ -> InProcess.start(), InProcess.class)
                        .uri();
    }

    /// An empty store, with its indexes.
    MongoStore empty(String... indexes) {
        MongoAddress address = new MongoAddress(database(uri), null, null);
        MongoStore made = new MongoStore(() -> address, () -> address, this::listenedTo);
        new MongoIndexes(made).create(List.of(indexes));
        store = made;
        return made;
    }

    private MongoClient listenedTo(MongoClientSettings settings) {
        return MongoClients.create(
                MongoClientSettings.builder(settings).addCommandListener(spoken).build());
    }

    private static ConnectionString database(String uri) {
        String rest = uri.substring(uri.indexOf("//") + 2);
        String hosts = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        String options = rest.contains("?") ? rest.substring(rest.indexOf('?')) : "";
        return new ConnectionString(
                uri.substring(0, uri.indexOf("//") + 2) + hosts + "/" + Emulator.fresh("encargo-test") + options);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (store != null) {
            store.ask(documents -> {
                documents.drop();
                return true;
            });
            store.close();
            store = null;
        }
        assertThat(spoken.notUnderstoodByDocumentDb()).isEmpty();
    }
}
