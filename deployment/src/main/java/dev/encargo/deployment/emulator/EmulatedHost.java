package dev.encargo.deployment.emulator;

import dev.encargo.local.function.CallFailed;
import dev.encargo.local.http.FunctionCaller;
import dev.encargo.local.http.Gateway;
import dev.encargo.local.http.Mount;
import dev.encargo.local.http.api.RestApi;
import dev.encargo.local.http.wire.Request;
import dev.encargo.local.http.wire.Response;
import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.providers.Providers;
import dev.encargo.providers.ProvidersSettings;
import dev.encargo.providers.Webhook;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.sqs.model.Message;

/// The whole application on services that others wrote: the template's resources in moto, moto's rules, queues and
/// workflows between them, the functions wherever `caller` has them, the stand-ins outside.
///
/// Ours are the API's front, the readers of the queues and the last hop from a rule to what moto cannot deliver to.
public final class EmulatedHost implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmulatedHost.class.getName());
    private static final String FUNCTIONS = "/_functions";
    private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;

    private final Gateway gateway;
    private final Providers providers;
    private final EmulatedStack made;
    private final FunctionCaller caller;
    private final Deque<Closeable> opened;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    private EmulatedHost(
            Gateway gateway, Providers providers, EmulatedStack made, FunctionCaller caller, Deque<Closeable> opened) {
        this.gateway = gateway;
        this.providers = providers;
        this.made = made;
        this.caller = caller;
        this.opened = opened;
    }

    /// Starts everything for the checkout at `root`; logs go into `work`, `parameters` are the template's, and `calls`
    /// says how functions of the stack are called.
    public static EmulatedHost start(
            Path root, Path work, Map<String, String> parameters, Function<EmulatedStack, FunctionCaller> calls)
            throws IOException {
        Deque<Closeable> opened = new ArrayDeque<>();
        try {
            Gateway gateway = Gateway.bind(0);
            opened.push(gateway::close);
            Moto moto = Moto.start(root, work, URI.create("http://127.0.0.1:" + gateway.port() + FUNCTIONS));
            opened.push(moto::close);
            Providers providers = Providers.start(ProvidersSettings.temporary());
            opened.push(providers::close);
            Map<String, String> all = new HashMap<>(parameters);
            all.put("PaymentProviderUrl", providers.payments().url().toString());
            all.put("WarehouseUrl", providers.warehouse().url().toString());
            all.put("PublicUrl", gateway.uri().toString());
            EmulatedStack made = EmulatedStack.make(root, moto.address(), all);
            opened.push(made::close);
            EmulatedHost host = new EmulatedHost(gateway, providers, made, calls.apply(made), opened);
            opened.push(host::stopReading);
            host.open();
            return host;
        } catch (IOException | RuntimeException failed) {
            closeAll(opened, failed);
            throw failed;
        }
    }

    private static void closeAll(Deque<Closeable> opened, Exception failed) {
        for (Closeable one : opened) {
            try {
                one.close();
            } catch (IOException unclosed) {
                failed.addSuppressed(unclosed);
            }
        }
    }

    /// Where the API answers.
    public URI api() {
        return gateway.uri();
    }

    public EmulatedStack stack() {
        return made;
    }

    public Providers providers() {
        return providers;
    }

    /// Calls a function that a schedule of the template calls.
    public void tick(String functionId) throws CallFailed {
        caller.call(functionId, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /// Has a new secret rotated, by which nothing is signed, by the function of the template that rotates them.
    ///
    /// @throws IllegalStateException when it was not
    public void rotate(String functionId) {
        String name = "encargo/exercise-" + UUID.randomUUID();
        String version = UUID.randomUUID().toString();
        SecretsManagerClient secrets = made.clients().secrets;
        secrets.createSecret(request -> request.name(name).secretString("first"));
        secrets.rotateSecret(request -> request.secretId(name)
                .clientRequestToken(version)
                .rotationLambdaARN(made.function(functionId).arn()));
        GetSecretValueResponse current =
                secrets.getSecretValue(request -> request.secretId(name).versionStage("AWSCURRENT"));
        if (!current.versionId().equals(version)) {
            throw new IllegalStateException(functionId + " has not rotated " + name);
        }
    }

    /// Reads no queue any more; what is in them stays.
    public void stopReading() {
        readers.shutdownNow();
    }

    private void open() {
        Stack stack = made.stack();
        stack.rules().values().stream()
                .filter(rule -> !rule.bus().equals("default"))
                .forEach(this::rule);
        stack.eventSources().forEach(this::source);
        RestApi api = RestApi.of(
                stack, stack.apis().values().iterator().next(), caller, InstantSource.system(), gateway.port());
        gateway.open(api, List.of(new Mount(FUNCTIONS, this::function)));
        providers.payments().deliverNoticesTo(webhook("payments", "payment-webhook"));
        providers.warehouse().deliverNoticesTo(webhook("inventory", "inventory-webhook"));
    }

    private Webhook webhook(String path, String secretName) {
        return new Webhook(gateway.uri().resolve("/webhooks/" + path), made.secretValue(secretName));
    }

    private void rule(RuleResource rule) {
        made.clients()
                .events
                .putRule(request -> request.name(Delivery.ruleName(rule))
                        .eventBusName(rule.bus())
                        .eventPattern(rule.patternJson().orElseThrow()));
        rule.targets().forEach(target -> {
            Delivery delivery = Delivery.make(made, rule, target);
            read(delivery.queueUrl(), 10, batch -> {
                Set<String> delivered = new HashSet<>();
                for (Message message : batch) {
                    delivery.deliver(message.body());
                    delivered.add(message.messageId());
                }
                return delivered;
            });
        });
    }

    private void source(EventSourceMapping mapping) {
        QueueResource queue = made.stack().queueByArn(mapping.queueArn()).orElseThrow();
        read(made.queueUrl(queue), mapping.batchSize(), batch -> {
            try {
                return Batch.done(batch, caller.call(mapping.functionId(), Batch.event(batch, queue.arn())));
            } catch (CallFailed failed) {
                LOG.log(System.Logger.Level.INFO, mapping.functionId() + " failed: " + failed.getMessage());
                return Set.of();
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        });
    }

    private void read(String url, int batchSize, Function<List<Message>, Set<String>> done) {
        readers.execute(new QueueReader(made.clients().queues, url, batchSize, done));
    }

    private Response function(Request request) {
        String named = URLDecoder.decode(request.path().substring(FUNCTIONS.length() + 1), StandardCharsets.UTF_8);
        FunctionResource function = made.stack().functionByArn(named).orElseThrow();
        try {
            byte[] answer = caller.call(function.id(), request.body(LARGEST_PAYLOAD));
            return Response.bytes(200, "application/json", answer);
        } catch (CallFailed failed) {
            String error = "{\"errorType\":\"" + failed.errorType() + "\",\"errorMessage\":\"failed\"}";
            return Response.json(200, error).with("X-Amz-Function-Error", "Unhandled");
        }
    }

    @Override
    public void close() throws IOException {
        IOException failed = new IOException("not all of the emulated host could be closed");
        closeAll(opened, failed);
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }
}
