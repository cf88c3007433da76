package dev.encargo.providers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Puts the stand-ins together and takes up what an earlier run left.
final class Assembly {
    private final ProvidersSettings settings;
    private final InstantSource clock;
    private final DueTimer timer;
    private final List<AutoCloseable> owned = new ArrayList<>();
    private final Map<Party, Courier> couriers = new EnumMap<>(Party.class);

    Assembly(ProvidersSettings settings, InstantSource clock, DueTimer timer, List<AutoCloseable> owned) {
        this.settings = settings;
        this.clock = clock;
        this.timer = timer;
        this.owned.addAll(owned);
    }

    Providers assemble() throws IOException {
        Path file = settings.file() == null ? temporaryFile() : prepared(settings.file());
        try {
            return assemble(file, Sql.open(file));
        } catch (SQLException refused) {
            FileSystemException unusable = new FileSystemException(file.toString(), null, refused.getMessage());
            unusable.initCause(refused);
            throw unusable;
        }
    }

    private Providers assemble(Path file, Sql sql) throws IOException, SQLException {
        String name = Tables.prepare(sql, settings.stock());
        Faults faults = new Faults();
        DueCaptures captures = new DueCaptures(timer);
        Outbox outbox = new Outbox(name, Outbox.lastNumber(sql), settings.habits(), faults, this::hand);
        Books books = new Books(sql, clock, captures, outbox);
        Cashier cashier = new Cashier(name, settings.paymentLimit(), outbox, captures);
        for (Party party : Party.values()) {
            couriers.put(party, new Courier(party, books, clock, timer));
        }
        PaymentProvider payments =
                new PaymentProvider(settings.paymentPort(), file, books, cashier, courier(Party.PAYMENTS), faults);
        Warehouse warehouse = new Warehouse(
                settings.warehousePort(),
                file,
                books,
                new StockRoom(name, settings.plenty(), outbox),
                new DispatchDesk(name, outbox),
                courier(Party.WAREHOUSE),
                faults);
        takeUpNotices(sql);
        captures.settleWith(sql, cashier, () -> wake(books));
        books.start();
        faults.releaseBy(() -> books.perform(outbox::release));
        couriers.values().forEach(Courier::start);
        payments.open();
        warehouse.open();
        return new Providers(file, payments, warehouse, faults, books, captures, owned);
    }

    /// What had already been tried is due at once: the receiver was away with us.
    private void takeUpNotices(Sql sql) throws SQLException {
        Instant now = clock.instant();
        for (Notice notice : sql.all(Notice.OPEN, Notice::read)) {
            hand(notice.attempts() > 0 && notice.nextAt().isAfter(now) ? notice.dueAt(now) : notice);
        }
    }

    private static void wake(Books books) {
        try {
            CompletableFuture<Instant> _ = books.submit((_, now) -> now);
        } catch (BooksUnavailable closed) {
            return; // a timer that outlived its books
        }
    }

    private void hand(Notice notice) {
        courier(notice.party()).accept(notice);
    }

    private Courier courier(Party party) {
        return Objects.requireNonNull(couriers.get(party));
    }

    /// The file and its folder are there, the file readable by its owner only; SQLite gives the files that it makes
    /// beside it the same rights.
    private static Path prepared(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        try {
            Files.createFile(file, onlyMine(folder));
        } catch (FileAlreadyExistsException kept) {
            if (Files.isRegularFile(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return file;
    }

    private static FileAttribute<?>[] onlyMine(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Path temporaryFile() throws IOException {
        Path folder = Files.createTempDirectory("encargo-providers");
        owned.add(() -> deleteAll(folder));
        return folder.resolve("providers.db");
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException kept) {
                    throw new UncheckedIOException(kept);
                }
            });
        }
    }
}
