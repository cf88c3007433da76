package dev.encargo.orders.function;

import dev.encargo.orders.usecase.CheckReadiness;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;
import io.avaje.jsonb.Json;

/// `GET /ready`: 200 while the store answers, else 503.
public final class CheckReadinessFunction extends ApiFunction {
    private final CheckReadiness checkReadiness;

    public CheckReadinessFunction() {
        this(Platform.current());
    }

    CheckReadinessFunction(Platform platform) {
        super(platform);
        this.checkReadiness = new CheckReadiness(platform);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        checkReadiness.check();
        return ApiResponse.json(200, new Ready("UP"));
    }

    @Json
    record Ready(String status) {}
}
