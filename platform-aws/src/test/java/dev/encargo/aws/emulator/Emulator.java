package dev.encargo.aws.emulator;

import dev.encargo.aws.call.Connection;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// Gives a test class the AWS that moto plays: one server a JVM, started for the first class that asks, stopped
/// after the last. Tests keep apart by names that they do not share: [#fresh].
public final class Emulator implements BeforeAllCallback {
    public static final String SECRET_KEY = "not-a-secret";

    private static final AtomicInteger NAMES = new AtomicInteger();

    private MotoServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(MotoServer.class, _ -> MotoServer.start(), MotoServer.class);
    }

    public URI address() {
        return server.address();
    }

    public Connection connection() {
        return new Connection(
                Region.EU_WEST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", SECRET_KEY)),
                address());
    }

    /// A name that no other test has.
    public static String fresh(String prefix) {
        return prefix + "-" + NAMES.incrementAndGet();
    }
}
