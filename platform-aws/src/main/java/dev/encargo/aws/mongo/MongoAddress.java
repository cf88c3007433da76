package dev.encargo.aws.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import dev.encargo.aws.call.Connection;
import dev.encargo.platform.json.Jsons;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Where MongoDB is, and as whom it is asked. `authorities` are trusted instead of those of the JDK; DocumentDB has
/// its own. `otherwise` is the database that is meant where the connection string names none.
public record MongoAddress(
        ConnectionString where,
        @Nullable MongoCredential credential,
        @Nullable SSLContext authorities,
        String otherwise) {
    private static final String DATABASE = "encargo";

    /// One call runs at a time in a function; a page of the relay needs no more either.
    private static final int CONNECTIONS = 4;

    /// DocumentDB closes what is idle for ten minutes.
    private static final int IDLE_MINUTES = 8;

    /// The secret is the whole connection string, as that of Atlas is, or `{"username": …, "password": …}`, as
    /// DocumentDB keeps it; then `where` tells the rest. Without a secret nobody in particular asks.
    public static MongoAddress of(@Nullable String where, @Nullable String secret, @Nullable SSLContext authorities) {
        if (secret != null && secret.startsWith("mongodb")) {
            return new MongoAddress(new ConnectionString(secret), null, authorities, DATABASE);
        }
        if (where == null) {
            throw new IllegalStateException("neither MONGODB_URI nor the secret says where MongoDB is");
        }
        return new MongoAddress(
                new ConnectionString(where), secret == null ? null : credential(secret), authorities, DATABASE);
    }

    private static MongoCredential credential(String secret) {
        Map<?, ?> parts = Jsons.JSONB.type(Map.class).fromJson(secret);
        return MongoCredential.createCredential(
                part(parts, "username"), "admin", part(parts, "password").toCharArray());
    }

    private static String part(Map<?, ?> parts, String name) {
        return Optional.ofNullable((String) parts.get(name))
                .orElseThrow(() -> new IllegalStateException("the secret of MongoDB has no " + name));
    }

    String database() {
        return Optional.ofNullable(where.getDatabase()).orElse(otherwise);
    }

    /// What the connection string says of retries, reads and pools does not count: DocumentDB refuses retried
    /// writes, reads by id are to be consistent, and no call may outlast its function.
    MongoClientSettings settings() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(where)
                .applicationName(DATABASE)
                .retryWrites(false)
                .retryReads(true)
                .readPreference(ReadPreference.primary())
                .writeConcern(WriteConcern.MAJORITY)
                .applyToConnectionPoolSettings(pool -> pool.minSize(0)
                        .maxSize(CONNECTIONS)
                        .maxWaitTime(Connection.SILENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .maxConnectionIdleTime(IDLE_MINUTES, TimeUnit.MINUTES))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(Connection.CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                                .readTimeout(Connection.SILENCE.toMillis(), TimeUnit.MILLISECONDS))
                .applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(Connection.SILENCE.toMillis(), TimeUnit.MILLISECONDS));
        if (credential != null) {
            settings.credential(credential);
        }
        if (authorities != null) {
            settings.applyToSslSettings(ssl -> ssl.context(authorities));
        }
        return settings.build();
    }
}
