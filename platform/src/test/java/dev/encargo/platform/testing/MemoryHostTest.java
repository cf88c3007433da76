package dev.encargo.platform.testing;

import dev.encargo.platform.EventBus;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.conformance.EventBusContract;
import dev.encargo.platform.conformance.FileStoreContract;
import dev.encargo.platform.conformance.IndexesContract;
import dev.encargo.platform.conformance.RequestQueueContract;
import dev.encargo.platform.conformance.StoredEffectsContract;
import dev.encargo.platform.conformance.WorkflowsContract;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.event.EventMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/// The stand-in that contexts are tested with keeps to the contracts of the ports, too.
class MemoryHostTest {
    private final MemoryPlatform platform = new MemoryPlatform();

    @Nested
    class ItsDocuments extends StoredEffectsContract {
        @Override
        protected Documents documents() {
            return platform.documents;
        }
    }

    @Nested
    class ItsIndexes extends IndexesContract {
        @Override
        protected Documents documents() {
            return platform.documents;
        }

        @Override
        protected void awaitIndexes() {
            // they do not lag
        }
    }

    @Nested
    class ItsFiles extends FileStoreContract {
        @Override
        protected FileStore files() {
            return platform.files();
        }

        @Override
        protected Optional<byte[]> follow(URI link) {
            return platform.follow(link);
        }

        @Override
        protected void forward(Duration by) {
            platform.clock.forward(by);
        }
    }

    @Nested
    class ItsQueue extends RequestQueueContract {
        @Override
        protected RequestQueue queue() {
            return platform.queue();
        }

        @Override
        protected List<String> held() {
            return platform.sent.stream()
                    .filter(sent -> sent.queue().equals(QUEUE))
                    .map(MemoryPlatform.Sent::body)
                    .toList();
        }
    }

    @Nested
    class ItsWorkflows extends WorkflowsContract {
        @Override
        protected Workflows workflows() {
            return platform.workflows();
        }

        @Override
        protected String tokenOf(String name) {
            platform.tokens.add("token-of-" + name);
            return "token-of-" + name;
        }

        @Override
        protected List<String> inputs() {
            return platform.starts.stream().map(MemoryPlatform.Start::input).toList();
        }
    }

    @Nested
    class ItsBus extends EventBusContract {
        @Override
        protected EventBus bus() {
            return platform.bus();
        }

        @Override
        protected List<String> taken() {
            return platform.published.stream().map(EventMessage::detail).toList();
        }
    }
}
