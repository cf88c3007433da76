package dev.encargo.aws.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import dev.encargo.aws.call.Authorities;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.DocumentServer;
import dev.encargo.platform.documents.KeptDocuments;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Whatever speaks MongoDB's protocol, by its connection string. `MONGODB_CA` names the file with the certificate
/// authorities by which it is known, as DocumentDB needs it.
public final class MongoDocumentServer implements DocumentServer {
    private final Map<String, String> environment;

    public MongoDocumentServer() {
        this(System.getenv());
    }

    MongoDocumentServer(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean serves(String address) {
        return address.startsWith("mongodb://") || address.startsWith("mongodb+srv://");
    }

    @Override
    public KeptDocuments open(String address, String name) {
        return new KeptInMongo(new MongoAddress(where(address), null, authorities(), name));
    }

    /// Reading `mongodb+srv://` asks the name server already.
    private static ConnectionString where(String address) {
        try {
            return new ConnectionString(address);
        } catch (MongoException unknown) {
            throw new Unavailable("documents", unknown);
        }
    }

    private @Nullable SSLContext authorities() {
        String file = environment.get("MONGODB_CA");
        try {
            return file == null ? null : Authorities.trusting(Path.of(file));
        } catch (IllegalStateException unreadable) {
            throw new IllegalArgumentException("MONGODB_CA: " + unreadable.getMessage(), unreadable);
        }
    }
}
