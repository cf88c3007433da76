package dev.encargo.cli.running;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.Refusal;
import dev.encargo.local.document.KeptElsewhere;
import dev.encargo.local.store.OwnersOnly;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.platform.documents.KeptDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The server that keeps the documents of a data folder, as its `store.json` remembers it; only the folder's owner
/// reads that. `name` is what the folder calls itself there.
public record FolderStore(StoreAddress address, String name) {
    public static final String FILE = "store.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A store for a folder that has none yet, under a name that no other folder has.
    public static FolderStore at(StoreAddress address) {
        byte[] random = new byte[5];
        new SecureRandom().nextBytes(random);
        return new FolderStore(address, "encargo-" + HexFormat.of().formatHex(random));
    }

    /// The store of a folder whose documents are not in its own file.
    public static Optional<FolderStore> of(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new FolderStore(
                    new StoreAddress(node.path("address").asText()),
                    node.path("name").asText()));
        } catch (JsonProcessingException damaged) {
            throw new Refusal(
                    Refusal.FAILED,
                    say("%s is damaged.", file),
                    say("It tells where this folder's documents are."),
                    say("Write it anew:  %s", "{\"address\": \"…\", \"name\": \"…\"}"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public void write(Path data) throws IOException {
        Path file = data.resolve(FILE);
        OwnersOnly.file(file);
        Files.writeString(
                file,
                JSON.createObjectNode()
                        .put("address", address.given())
                        .put("name", name)
                        .toPrettyString());
    }

    /// For a folder whose start was refused.
    public static void forget(Path data) throws IOException {
        Files.delete(data.resolve(FILE));
    }

    /// The folder's documents.
    public KeptDocuments open() {
        return address.open(name);
    }

    /// A folder's file, with the documents shown as if it had them.
    ReadOnly shownIn(Path file) {
        return ReadOnly.open(file, address.use(name, KeptElsewhere::new));
    }
}
