package dev.encargo.platform.testing;

import dev.encargo.platform.EventBus;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Mail;
import dev.encargo.platform.Platform;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.Settings;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.event.EventMessage;
import dev.encargo.platform.json.Jsons;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonIoException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The ports in memory, for tests of one context: what was asked of them can be read back, and faults can be
/// injected.
public final class MemoryPlatform implements Platform {
    public final MemoryDocuments documents = new MemoryDocuments();
    public final MovableClock clock = new MovableClock();
    public final List<EventMessage> published = Collections.synchronizedList(new ArrayList<>());
    public final List<Start> starts = Collections.synchronizedList(new ArrayList<>());
    public final List<TokenAnswer> answers = Collections.synchronizedList(new ArrayList<>());

    /// The tokens that steps wait with. While there is none, any token counts as one.
    public final Set<String> tokens = ConcurrentHashMap.newKeySet();

    public final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    public final List<Mail.Message> mails = Collections.synchronizedList(new ArrayList<>());
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final MemoryFiles store = new MemoryFiles(files, clock, this::failFile);
    public final Map<String, String> settings = new ConcurrentHashMap<>();
    public final Map<String, List<String>> secrets = new ConcurrentHashMap<>();
    public final List<String> log = Collections.synchronizedList(new ArrayList<>());
    public final Map<String, Long> counts = Collections.synchronizedMap(new TreeMap<>());

    private static final int MESSAGE_LIMIT = 256 * 1024;
    private static final int NAME_LIMIT = 80;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+");

    /// How many of the next calls of a port fail with [Unavailable].
    public volatile int failBus;

    public volatile int failWorkflows;
    public volatile int failQueue;
    public volatile int failFiles;
    public volatile int failMail;

    public record Start(String workflow, String name, String input) {}

    public record TokenAnswer(String token, Workflows.Answer answer) {}

    public record Sent(String queue, String body) {}

    public MemoryPlatform() {
        settings.putAll(Map.of(
                "tax-rate", "0.21",
                "currency", "EUR",
                "strict-if-match", "false",
                "seller-name", "Tienda Encargo S.L.",
                "seller-address", "Calle Mayor 1, 28013 Madrid, ES",
                "seller-tax-id", "ESB00000000",
                "seller-zone", "Europe/Madrid",
                "invoice-series", "F",
                "mail-from", "orders@encargo.example",
                "public-url", "http://127.0.0.1:8080"));
        settings.put("shipment-limit-minutes", "60");
        secrets.put("payment-webhook", List.of("pay-secret"));
        secrets.put("inventory-webhook", List.of("stock-secret"));
        secrets.put("idempotency-salt", List.of("salt"));
    }

    @Override
    public String function() {
        return "TestFunction";
    }

    @Override
    public MemoryDocuments documents() {
        return documents;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public EventBus bus() {
        return events -> {
            if (failBus > 0) {
                failBus--;
                throw new Unavailable("event bus", "the test took it away");
            }
            Map<Boolean, List<EventMessage>> byForm =
                    events.stream().collect(Collectors.partitioningBy(event -> isJson(event.detail())));
            published.addAll(byForm.get(true));
            return byForm.get(false);
        };
    }

    private static boolean isJson(String detail) {
        try {
            Jsons.JSONB.type(Object.class).fromJson(detail);
            return true;
        } catch (JsonDataException | JsonIoException malformed) {
            return false;
        }
    }

    /// The types of the published events, in order.
    public List<String> publishedTypes() {
        return published.stream().map(EventMessage::type).toList();
    }

    private final Workflows flows = new Workflows() {
        @Override
        public synchronized Started start(String workflow, String name, String inputJson) {
            failWorkflow();
            if (name.isEmpty() || name.length() > NAME_LIMIT) {
                throw new IllegalArgumentException("not an execution's name: " + name);
            }
            boolean known =
                    List.copyOf(starts).stream().anyMatch(s -> s.workflow.equals(workflow) && s.name.equals(name));
            if (!known) {
                starts.add(new Start(workflow, name, inputJson));
            }
            return known ? Started.ALREADY_EXISTS : Started.STARTED;
        }

        @Override
        public synchronized Answered answer(String token, Answer answer) {
            failWorkflow();
            boolean answered = List.copyOf(answers).stream().anyMatch(a -> a.token.equals(token));
            if (answered || !(tokens.isEmpty() || tokens.contains(token))) {
                return Answered.NO_LONGER_AWAITED;
            }
            answers.add(new TokenAnswer(token, answer));
            return Answered.ACCEPTED;
        }
    };

    @Override
    public Workflows workflows() {
        return flows;
    }

    /// The answer that `token` got, if any.
    public Optional<Workflows.Answer> answerTo(String token) {
        return List.copyOf(answers).stream()
                .filter(a -> a.token.equals(token))
                .map(TokenAnswer::answer)
                .findFirst();
    }

    private void failWorkflow() {
        if (failWorkflows > 0) {
            failWorkflows--;
            throw new Unavailable("workflows", "the test took them away");
        }
    }

    private void failFile() {
        if (failFiles > 0) {
            failFiles--;
            throw new Unavailable("files", "the test took them away");
        }
    }

    @Override
    public RequestQueue queue() {
        return (queue, body) -> {
            if (body.getBytes(StandardCharsets.UTF_8).length > MESSAGE_LIMIT) {
                throw new IllegalArgumentException("a message of more than 256 KB for " + queue);
            }
            if (failQueue > 0) {
                failQueue--;
                throw new Unavailable("queue", "the test took it away");
            }
            sent.add(new Sent(queue, body));
        };
    }

    @Override
    public FileStore files() {
        return store;
    }

    /// What the bearer of a link gets now.
    public Optional<byte[]> follow(URI link) {
        return store.follow(link);
    }

    @Override
    public Mail mail() {
        return message -> {
            if (!ADDRESS.matcher(message.to()).matches()
                    || message.subject().chars().anyMatch(c -> c < ' ')) {
                throw new Mail.MailRefused("not an address or not a subject");
            }
            if (failMail > 0) {
                failMail--;
                throw new Unavailable("mail", "the test took it away");
            }
            synchronized (mails) {
                if (mails.stream().noneMatch(m -> m.id().equals(message.id()))) {
                    mails.add(message);
                }
            }
        };
    }

    @Override
    public Secrets secrets() {
        return new Secrets() {
            @Override
            public List<String> live(String name) {
                return Optional.ofNullable(secrets.get(name))
                        .orElseThrow(() -> new IllegalStateException("there is no secret '" + name + "'"));
            }

            @Override
            public List<String> reread(String name) {
                return live(name);
            }
        };
    }

    @Override
    public Settings settings() {
        return name -> Optional.ofNullable(settings.get(name));
    }

    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();

    @Override
    public <T> T shared(Class<T> type, Supplier<T> make) {
        return type.cast(shared.computeIfAbsent(type, _ -> make.get()));
    }

    @Override
    public Telemetry telemetry() {
        return new MemoryTelemetry(log, counts);
    }
}
