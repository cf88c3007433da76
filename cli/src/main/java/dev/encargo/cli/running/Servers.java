package dev.encargo.cli.running;

import dev.encargo.platform.documents.DocumentServer;
import dev.encargo.platform.documents.KeptDocuments;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;

/// The kinds of servers that can keep documents. They bring SDKs, so their classes lie on a class path of their own,
/// which the launcher makes when a store is named and tells in a file: nobody else waits for it, or has it loaded.
final class Servers {
    private static final String CLASS_PATH = "encargo.servers";

    private Servers() {}

    /// The documents at an address, if a known kind of server has such addresses.
    static Optional<KeptDocuments> open(String address, String name) {
        return ServiceLoader.load(DocumentServer.class, loader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(server -> server.serves(address))
                .findFirst()
                .map(server -> server.open(address, name));
    }

    private static ClassLoader loader() {
        ClassLoader own = Servers.class.getClassLoader();
        String file = System.getProperty(CLASS_PATH, "");
        if (file.isEmpty() || !Files.isRegularFile(Path.of(file))) {
            return own;
        }
        return new URLClassLoader(urls(Path.of(file)), own);
    }

    private static URL[] urls(Path file) {
        try {
            return Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
                    .map(Servers::url)
                    .toArray(URL[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(entry, impossible);
        }
    }
}
