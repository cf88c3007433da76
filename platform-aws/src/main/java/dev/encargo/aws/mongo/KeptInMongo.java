package dev.encargo.aws.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.connection.ServerDescription;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.KeptDocuments;
import dev.encargo.platform.documents.StoredDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/// The documents of a local host in a database of its own.
final class KeptInMongo implements KeptDocuments {
    /// All functions of a host share one client.
    private static final int CONNECTIONS = 32;

    private final MongoAddress address;
    private final MongoStore store;
    private final MongoRecords records = new MongoRecords();
    private volatile @Nullable MongoClient client;

    KeptInMongo(MongoAddress address) {
        this.address = address;
        this.store = new MongoStore(() -> address, () -> address, this::shared);
    }

    private MongoClient shared(MongoClientSettings settings) {
        MongoClient made = MongoClients.create(MongoClientSettings.builder(settings)
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                .build());
        client = made;
        return made;
    }

    @Override
    public Documents documents() {
        return new MongoDocuments(store);
    }

    /// An index of a collection that is not empty takes its time, so this waits as long as it takes, once the server
    /// has answered at all.
    @Override
    public void prepare(Collection<String> declared) {
        isEmpty();
        try (MongoStore patient = new MongoStore(() -> address, () -> address, KeptInMongo::patient)) {
            new MongoIndexes(patient).create(declared);
        } catch (MongoException refused) {
            throw new Unavailable("documents", refused);
        }
    }

    private static MongoClient patient(MongoClientSettings settings) {
        return MongoClients.create(MongoClientSettings.builder(settings)
                .applyToSocketSettings(socket -> socket.readTimeout(0, TimeUnit.MILLISECONDS))
                .build());
    }

    @Override
    public boolean isEmpty() {
        return ask(documents -> documents.find().limit(1).into(new ArrayList<>()))
                .isEmpty();
    }

    @Override
    public void each(BiConsumer<String, StoredDocument> reader) {
        ask(documents -> {
            documents
                    .find()
                    .forEach(stored -> reader.accept(MongoRecords.key(stored).collection(), records.document(stored)));
            return true;
        });
    }

    @Override
    public void drop() {
        ask(documents -> {
            documents.drop();
            return true;
        });
    }

    private <T> T ask(Function<MongoCollection<BsonDocument>, T> call) {
        try {
            return store.ask(call);
        } catch (Unavailable fault) {
            throw trouble().map(why -> new Unavailable("documents", why)).orElse(fault);
        } catch (MongoException refused) {
            throw new Unavailable("documents", refused);
        }
    }

    /// Why there is no connection. The driver tells of its whole view of the cluster and only there of what happened.
    private Optional<Throwable> trouble() {
        return Stream.ofNullable(client)
                .flatMap(known -> known.getClusterDescription().getServerDescriptions().stream())
                .map(ServerDescription::getException)
                .filter(Objects::nonNull)
                .map(KeptInMongo::root)
                .findFirst();
    }

    private static Throwable root(Throwable fault) {
        return fault.getCause() == null ? fault : root(fault.getCause());
    }

    @Override
    public void close() {
        store.close();
    }
}
