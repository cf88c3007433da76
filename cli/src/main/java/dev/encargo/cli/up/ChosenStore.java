package dev.encargo.cli.up;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.FolderStore;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.StoreAddress;
import dev.encargo.local.document.Ownership;
import dev.encargo.local.host.HostSettings;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.Stack;
import dev.encargo.platform.documents.KeptDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a host's documents are to be: in its data folder or, where `asked` names one, on a server. A folder stays
/// with what it began with, for what refers to its documents is in the folder.
final class ChosenStore {
    private final Path data;
    private final Optional<StoreAddress> asked;

    ChosenStore(Path data, @Nullable String asked) {
        this.data = data;
        this.asked = Optional.ofNullable(asked).map(StoreAddress::new);
    }

    /// @throws Refusal where the folder's documents are elsewhere
    void refuseAnother() {
        Optional<FolderStore> known = FolderStore.of(data);
        if (known.isPresent()) {
            refuseAnother(known.get().address());
        } else if (asked.isPresent() && keepsItsOwn()) {
            throw refusal(say("The documents of %s are in its own file.", data));
        }
    }

    private void refuseAnother(StoreAddress known) {
        if (asked.isEmpty()) {
            throw refusal(say("The documents of %s are on %s.", data, known.shown()));
        }
        if (!asked.get().isSameAs(known)) {
            throw refusal(say(
                    "The documents of %s are on %s, not on %s.",
                    data, known.shown(), asked.get().shown()));
        }
    }

    private Refusal refusal(String what) {
        return new Refusal(
                Refusal.USAGE,
                what,
                say("A host that looks elsewhere would not find its orders. Nothing was started."),
                say("Use:  %s      or      %s", new HostChoice(data).up(), encargo("up --data DIR")));
    }

    private boolean keepsItsOwn() {
        Path file = data.resolve("encargo.db");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (ReadOnly rows = ReadOnly.open(file)) {
            return rows.count("SELECT count(*) FROM documents") > 0;
        }
    }

    /// Starts the host with its documents where they are to be.
    ForegroundHost start(HostSettings settings) throws IOException {
        if (asked.isEmpty()) {
            return ForegroundHost.start(settings);
        }
        Stack stack = ForegroundHost.check(settings);
        KeptDocuments kept = prepared(asked.get(), stack.declaredIndexes());
        return ForegroundHost.start(settings.keeping(kept.documents()));
    }

    /// The server's documents, ready for the host of the folder. A folder that has none yet remembers them from here
    /// on. They are open as long as the process lives.
    private KeptDocuments prepared(StoreAddress address, Set<String> indexes) throws IOException {
        Optional<FolderStore> known = FolderStore.of(data);
        FolderStore store = new FolderStore(
                address, known.orElseGet(() -> FolderStore.at(address)).name());
        KeptDocuments kept = store.open();
        store.write(data);
        try {
            prepare(store, kept, indexes);
            return kept;
        } catch (Refusal refused) {
            kept.close();
            if (known.isEmpty()) {
                FolderStore.forget(data);
            }
            throw refused;
        }
    }

    private static void prepare(FolderStore store, KeptDocuments kept, Set<String> indexes) {
        boolean own = store.address().asking(() -> {
            kept.prepare(indexes);
            return Ownership.claim(kept, store.name(), InstantSource.system());
        });
        if (!own) {
            throw taken(store.address());
        }
    }

    private static Refusal taken(StoreAddress address) {
        return new Refusal(
                Refusal.TAKEN,
                say("The documents on %s belong to another data folder, or to functions on AWS.", address.shown()),
                say("Two hosts on the same documents would undo each other's work. Nothing was started."),
                say("Name another database or table behind the address, or none to have a new one."));
    }

    /// Deletes what a server keeps for the folder, whatever is asked for.
    static void drop(Path data) {
        FolderStore.of(data)
                .ifPresent(store -> store.address().use(store.name(), kept -> {
                    kept.drop();
                    return true;
                }));
    }
}
