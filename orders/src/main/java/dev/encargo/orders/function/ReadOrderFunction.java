package dev.encargo.orders.function;

import dev.encargo.orders.model.Order;
import dev.encargo.orders.usecase.ReadOrder;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;

/// `GET /orders/{id}`
public final class ReadOrderFunction extends ApiFunction {
    private final ReadOrder readOrder;

    public ReadOrderFunction() {
        this(Platform.current());
    }

    ReadOrderFunction(Platform platform) {
        super(platform);
        this.readOrder = new ReadOrder(platform);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        Order order =
                readOrder.read(request.pathValue("id"), request.principal()).orElseThrow(Answers::notFound);
        return Preconditions.isKnown(request, order)
                ? ApiResponse.empty(304).with("ETag", Answers.etag(order))
                : Answers.order(200, order);
    }
}
