package dev.encargo.orders.function;

import dev.encargo.orders.model.Order;
import dev.encargo.orders.usecase.ReadOrder;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;

/// `GET /orders/{id}/timeline`
public final class ReadTimelineFunction extends ApiFunction {
    private final ReadOrder readOrder;

    public ReadTimelineFunction() {
        this(Platform.current());
    }

    ReadTimelineFunction(Platform platform) {
        super(platform);
        this.readOrder = new ReadOrder(platform);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        Order order =
                readOrder.read(request.pathValue("id"), request.principal()).orElseThrow(Answers::notFound);
        return ApiResponse.json(200, TimelineView.of(order)).with("ETag", Answers.etag(order));
    }
}
