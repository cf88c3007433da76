package dev.encargo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that this was built as.
public final class Version implements IVersionProvider {

    public static String number() {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            Properties built = new Properties();
            built.load(in);
            return built.getProperty("version");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"encargo " + number(), "Java " + Runtime.version()};
    }
}
