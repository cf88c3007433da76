package dev.encargo.aws.call;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Certificate authorities from a PEM file, such as the bundle by which DocumentDB is known.
public final class Authorities {

    private Authorities() {}

    /// TLS that trusts these authorities and no others.
    ///
    /// @throws IllegalStateException when the file cannot be read or holds no certificate
    public static SSLContext trusting(Path pem) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keyStore(pem));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException fault) {
            throw new IllegalStateException("no certificate authorities in " + pem, fault);
        }
    }

    public static KeyStore keyStore(Path pem) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), authority);
            }
        }
        if (trusted.size() == 0) {
            throw new IOException("it holds no certificate");
        }
        return trusted;
    }
}
