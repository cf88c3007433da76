package dev.encargo.aws;

import dev.encargo.aws.ports.Environment;
import dev.encargo.aws.telemetry.StandardOutput;
import dev.encargo.platform.EventBus;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Mail;
import dev.encargo.platform.Platform;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.Settings;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.rotation.RotatingHost;
import dev.encargo.platform.rotation.SecretVersions;
import java.time.InstantSource;

/// The ports of the one function of this process on AWS, found through the variables that the template gives it, and
/// what only the rotation of secrets asks for.
public record AwsPlatform(
        String function,
        Documents documents,
        EventBus bus,
        Workflows workflows,
        RequestQueue queue,
        FileStore files,
        Mail mail,
        Secrets secrets,
        Settings settings,
        InstantSource clock,
        Telemetry telemetry,
        SecretVersions versions)
        implements Platform, RotatingHost {

    private static final class Here {
        private static final AwsPlatform PLATFORM = started();

        private static AwsPlatform started() {
            AwsPlatform platform =
                    new Assembly(new Environment(System.getenv()), new StandardOutput(System.out)).platform();
            Priming.of(platform);
            return platform;
        }
    }

    /// For [java.util.ServiceLoader]: however often it is asked, the process has one set of ports.
    public AwsPlatform() {
        this(Here.PLATFORM);
    }

    private AwsPlatform(AwsPlatform same) {
        this(
                same.function,
                same.documents,
                same.bus,
                same.workflows,
                same.queue,
                same.files,
                same.mail,
                same.secrets,
                same.settings,
                same.clock,
                same.telemetry,
                same.versions);
    }
}
