package dev.encargo.local.http.api;

import dev.encargo.local.function.CallFailed;
import dev.encargo.local.http.FunctionCaller;
import dev.encargo.local.http.wire.Handler;
import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.http.wire.Query;
import dev.encargo.local.http.wire.Request;
import dev.encargo.local.http.wire.Response;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A REST API of the template, as API Gateway runs it: route, throttle, identity, validation, function.
///
/// Where API Gateway and this host differ: what the document does not name is answered 404 or 405 as a problem, not
/// 403 `Missing Authentication Token`; an operation has an identity unless its `security` is an empty list;
/// requests are checked against the document whether or not it names a request validator; bodies end at 64 KB
/// unless an operation's `x-encargo-body-limit` says otherwise (at most 10 MB, API Gateway's own).
public final class RestApi implements Handler {

    static final int BODY_LIMIT = 64 * 1024;
    private static final System.Logger LOG = System.getLogger(RestApi.class.getName());

    private final List<Operation> operations;
    private final Router router;
    private final Stage stage;
    private final FunctionCaller functions;
    private final InstantSource clock;

    private RestApi(List<Operation> operations, Stage stage, FunctionCaller functions, InstantSource clock) {
        this.operations = operations;
        this.router = new Router(operations);
        this.stage = stage;
        this.functions = functions;
        this.clock = clock;
    }

    /// @throws dev.encargo.local.template.source.TemplateRefused where the document says what would not be done
    public static RestApi of(Stack stack, ApiResource api, FunctionCaller functions, InstantSource clock, int port) {
        Stage stage = new Stage(stack.accountId(), api.id(), api.stage(), Integer.toString(port));
        Refusals refusals = new Refusals();
        List<Operation> operations = new OpenApiReader(stack, api, refusals).operations();
        refusals.throwIfAny();
        return new RestApi(operations, stage, functions, clock);
    }

    /// Refuses what [#of] would refuse.
    public static void check(Stack stack, ApiResource api, Refusals refusals) {
        new OpenApiReader(stack, api, refusals).operations();
    }

    /// The logical ids of the functions that answer operations.
    public Set<String> functions() {
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations) {
            if (operation.integration() instanceof Operation.Function(String id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    @Override
    public Response handle(Request request) {
        Router.@Nullable Match match = router.find(request.path());
        if (match == null) {
            throw Problem.of(404, "not-found", "There is no such resource")
                    .detail("The API has no path like this one.");
        }
        @Nullable Operation operation = operation(match, request.method());
        if (operation == null) {
            return unlisted(match, request.method());
        }
        operation.throttle().take();
        return switch (operation.integration()) {
            case Operation.Mock(Response response) -> response;
            case Operation.Function(String id) -> call(id, event(request, operation, match.parameters()));
        };
    }

    private static @Nullable Operation operation(Router.Match match, String method) {
        @Nullable Operation operation = match.operations().get(method);
        return operation == null && method.equals("HEAD") ? match.operations().get("GET") : operation;
    }

    private static Response unlisted(Router.Match match, String method) {
        String allowed = String.join(", ", match.operations().keySet())
                + (match.operations().containsKey("GET") ? ", HEAD" : "")
                + ", OPTIONS";
        if (method.equals("OPTIONS")) {
            return Response.empty(204).with("Allow", allowed);
        }
        throw Problem.of(405, "method-not-allowed", "This resource has no such method")
                .detail("It has " + allowed + ".")
                .header("Allow", allowed);
    }

    private byte[] event(Request request, Operation operation, Map<String, String> path) {
        byte @Nullable [] claims = operation.open() ? null : DevIdentity.claims(request.header("Authorization"));
        Map<String, List<String>> query = Query.parse(request.query());
        byte[] body = request.body(operation.bodyLimit());
        operation.rules().check(request, path, query, body);
        return new ProxyEvent(stage, request, operation, body.length).write(path, query, claims, body, clock.instant());
    }

    private Response call(String function, byte[] event) {
        try {
            return ProxyAnswer.read(functions.call(function, event));
        } catch (ProxyAnswer.Malformed malformed) {
            LOG.log(System.Logger.Level.ERROR, function + " gave a malformed answer: " + malformed.getMessage());
            throw badGateway();
        } catch (CallFailed failed) {
            throw switch (failed.kind()) {
                case TIMED_OUT ->
                    Problem.of(504, "timeout", "The call took too long")
                            .detail(
                                    "Whether it took effect is not known. Send it again with the same Idempotency-Key.");
                case THROTTLED ->
                    Problem.of(429, "too-many-requests", "Too many calls are running")
                            .detail("Nothing was changed. Wait and send the request again.")
                            .header("Retry-After", "1");
                case CRASHED -> crashed(function, failed);
            };
        }
    }

    private static Problem crashed(String function, CallFailed failed) {
        LOG.log(System.Logger.Level.ERROR, function + " failed: " + failed.errorType(), failed);
        return badGateway();
    }

    private static Problem badGateway() {
        return Problem.of(502, "bad-gateway", "The call failed on our side").detail("The fault was recorded.");
    }
}
