package dev.encargo.platform;

import dev.encargo.platform.documents.Documents;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/// Everything a function may ask of its host. The whole surface:
///
/// | port | what it does |
/// |---|---|
/// | [Documents] | versioned documents, each written atomically with its effects |
/// | [EventBus] | publishes events |
/// | [Workflows] | starts executions, answers task tokens |
/// | [RequestQueue] | sends messages |
/// | [FileStore] | keeps files, signs links |
/// | [Mail] | sends mail |
/// | [Secrets], [Settings] | credentials and configuration |
/// | [InstantSource] | the clock of business time |
/// | [Telemetry] | logs, metrics, spans |
///
/// The ports stay bound to the function they were given to: its name, settings and role.
public interface Platform {

    /// The scope that a local host binds while it constructs a function.
    ScopedValue<Platform> SCOPE = ScopedValue.newInstance();

    /// The platform of the function being constructed: the one the local host has bound or, where none runs, the
    /// one registered as a service. Call it only in a function's no-argument constructor.
    ///
    /// @throws UnboundPlatform when there is neither, or when a local host runs in this process and has not bound
    ///     one
    static Platform current() {
        return SCOPE.isBound() ? SCOPE.get() : Registered.platform();
    }

    /// The template's logical id of the function, such as `PlaceOrderFunction`.
    String function();

    Documents documents();

    EventBus bus();

    Workflows workflows();

    RequestQueue queue();

    FileStore files();

    Mail mail();

    Secrets secrets();

    Settings settings();

    /// Business time. It tells one millisecond from the next and never goes back.
    InstantSource clock();

    Telemetry telemetry();

    /// What the instances of this host's functions in this process share, made once per type: caches, and lines in
    /// which callers join their work. Never anything that a decision rests on. A host that runs one instance a
    /// process need not share.
    default <T> T shared(Class<T> type, Supplier<T> make) {
        return make.get();
    }

    /// The platform that a deployed image registers; refused for good once a local host has started in this
    /// process.
    final class Registered {
        private static volatile boolean refused;

        private Registered() {}

        /// Called by a local host when it starts: from then on an unbound call is an error, never a fall-back.
        public static void refuse() {
            refused = true;
        }

        static Platform platform() {
            if (refused) {
                throw new UnboundPlatform("Platform.current() was called outside a function's constructor");
            }
            Iterator<Platform> found = ServiceLoader.load(Platform.class).iterator();
            if (!found.hasNext()) {
                throw new UnboundPlatform("no platform is registered on the class path and no local host is running");
            }
            return found.next();
        }
    }
}
