package dev.encargo.aws.mongo;

import com.mongodb.MongoClientException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.encargo.platform.Unavailable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/// The collection `documents` of MongoDB, and the one client by which this process asks it.
///
/// When the server refuses the credentials, they are read anew, and the call is made once more: that is how a
/// rotation of the secret is learned of.
public final class MongoStore implements AutoCloseable {
    private static final String COLLECTION = "documents";

    private final Supplier<MongoAddress> known;
    private final Supplier<MongoAddress> readAnew;
    private final Function<MongoClientSettings, MongoClient> connect;
    private @Nullable Open open;

    private record Open(MongoAddress address, MongoClient client) {
        MongoCollection<BsonDocument> documents() {
            return client.getDatabase(address.database()).getCollection(COLLECTION, BsonDocument.class);
        }
    }

    /// `known` gives the address with the credentials known so far, `readAnew` reads them.
    public MongoStore(Supplier<MongoAddress> known, Supplier<MongoAddress> readAnew) {
        this(known, readAnew, MongoClients::create);
    }

    MongoStore(
            Supplier<MongoAddress> known,
            Supplier<MongoAddress> readAnew,
            Function<MongoClientSettings, MongoClient> connect) {
        this.known = known;
        this.readAnew = readAnew;
        this.connect = connect;
    }

    /// Asks the collection. What may pass by itself becomes [Unavailable]; a write that met it may have happened.
    <T> T ask(Function<MongoCollection<BsonDocument>, T> call) {
        Open first = opened();
        try {
            return call.apply(first.documents());
        } catch (MongoException fault) {
            if (!isRefusal(fault)) {
                throw passes(fault) ? new Unavailable("documents", fault) : fault;
            }
        }
        try {
            return call.apply(reopened(first).documents());
        } catch (MongoException fault) {
            throw passes(fault) ? new Unavailable("documents", fault) : fault;
        }
    }

    private static boolean isRefusal(MongoException fault) {
        return fault instanceof MongoSecurityException || fault.getCause() instanceof MongoSecurityException;
    }

    private static boolean passes(MongoException fault) {
        return switch (fault) {
            case MongoSocketException _,
                    MongoClientException _,
                    MongoInterruptedException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoExecutionTimeoutException _,
                    MongoWriteConcernException _ -> true;
            default -> false;
        };
    }

    private synchronized Open opened() {
        if (open == null) {
            open = open(known.get());
        }
        return open;
    }

    /// Another call may have opened it anew meanwhile.
    private synchronized Open reopened(Open refused) {
        if (refused.equals(open)) {
            close();
            open = open(readAnew.get());
        }
        return opened();
    }

    private Open open(MongoAddress address) {
        return new Open(address, connect.apply(address.settings()));
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.client.close();
            open = null;
        }
    }
}
