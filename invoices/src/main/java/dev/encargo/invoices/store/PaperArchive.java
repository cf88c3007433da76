package dev.encargo.invoices.store;

import dev.encargo.invoices.model.Claim;
import dev.encargo.invoices.model.Filed;
import dev.encargo.invoices.model.Series;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Platform;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/// The drawn documents, under `invoices/{year}/{number}.pdf`.
public final class PaperArchive {
    private static final Duration LINK_VALIDITY = Duration.ofMinutes(5);

    private final FileStore files;

    public PaperArchive(Platform platform) {
        this.files = platform.files();
    }

    /// Keeps the document durably; the store must have received exactly these bytes.
    ///
    /// @throws DamagedFile when it says that it received others
    public Filed keep(Series series, Claim claim, byte[] pdf) {
        String number = series.number(claim.position());
        String key = "invoices/" + series.year() + "/" + number + ".pdf";
        String expected = sha256(pdf);
        String stored = files.put(key, pdf, "application/pdf");
        if (!expected.equals(stored)) {
            throw new DamagedFile(key, expected, stored);
        }
        return new Filed(number, claim.date(), key, expected);
    }

    /// A link to the document, good for five minutes.
    public URI link(Filed document) {
        return files.signedUrl(document.file(), LINK_VALIDITY, document.number() + ".pdf");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
