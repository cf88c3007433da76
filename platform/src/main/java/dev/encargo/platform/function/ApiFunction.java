package dev.encargo.platform.function;

import dev.encargo.platform.Platform;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.WriteContended;
import dev.encargo.platform.json.Jsons;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function behind the REST API. A [Problem] thrown anywhere below becomes its answer; an unavailable dependency
/// becomes 503 with `Retry-After`.
public abstract class ApiFunction extends Function<ApiEvent, ApiAnswer> {

    protected ApiFunction(Platform platform) {
        super(platform, Jsons.type(ApiEvent.class), Jsons.type(ApiAnswer.class));
    }

    protected abstract ApiResponse answer(ApiRequest request);

    @Override
    final ApiAnswer invoke(ApiEvent event) {
        ApiResponse response = response(event);
        return new ApiAnswer(response.status(), response.headers(), response.body(), false);
    }

    @Override
    @Nullable
    String traceparent(ApiEvent event) {
        return ApiRequest.of(event).header("traceparent").orElse(null);
    }

    private ApiResponse response(ApiEvent event) {
        try {
            return answer(ApiRequest.of(event));
        } catch (Problem problem) {
            return problem.response();
        } catch (Unavailable | WriteContended passing) {
            telemetry.error("a dependency is unavailable", passing, Map.of("path", event.resource()));
            return Problem.of(503, "unavailable", "The service cannot answer for now")
                    .detail("Nothing was changed. Send the same request again, with its Idempotency-Key if it had one.")
                    .header("Retry-After", "1")
                    .response();
        } catch (RuntimeException fault) {
            telemetry.error("a call failed", fault, Map.of("path", event.resource()));
            return Problem.of(500, "internal", "Something went wrong on our side")
                    .detail("The fault was recorded. Sending the same request again is safe.")
                    .response();
        }
    }
}
