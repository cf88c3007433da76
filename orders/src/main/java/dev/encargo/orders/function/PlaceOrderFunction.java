package dev.encargo.orders.function;

import dev.encargo.orders.model.Order;
import dev.encargo.orders.usecase.NewOrder;
import dev.encargo.orders.usecase.PlaceOrder;
import dev.encargo.orders.usecase.PlaceOrder.Outcome;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;
import dev.encargo.platform.function.Principal;
import dev.encargo.platform.function.Problem;
import dev.encargo.platform.function.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /orders`
public final class PlaceOrderFunction extends ApiFunction {
    private static final int LONGEST_KEY = 255;

    private final PlaceOrder placeOrder;

    public PlaceOrderFunction() {
        this(Platform.current());
    }

    PlaceOrderFunction(Platform platform) {
        super(platform);
        this.placeOrder = new PlaceOrder(platform);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        Principal caller = request.principal();
        @Nullable String key = key(request);
        NewOrder order = NewOrderReader.read(request.body());
        if (!caller.maySee(order.customerId())) {
            throw Problem.of(403, "not-your-order", "Customers order for themselves only");
        }
        return switch (placeOrder.place(new PlaceOrder.Request(caller.subject(), key, order))) {
            case Outcome.Placed(Order placed) -> created(placed);
            case Outcome.Replayed(Order placed) -> created(placed).with("Idempotent-Replayed", "true");
            case Outcome.KeyReused _ ->
                throw Problem.of(422, "idempotency-key-reused", "This Idempotency-Key was used for another request")
                        .detail("Nothing was changed. Use a fresh key for a new order.");
            case Outcome.Refused refused -> throw Faults.problem(refused.faults());
        };
    }

    private static ApiResponse created(Order order) {
        return Answers.order(201, order).with("Location", "/orders/" + order.id());
    }

    private static @Nullable String key(ApiRequest request) {
        @Nullable String key = request.header("Idempotency-Key").orElse(null);
        if (key == null || (!key.isEmpty() && key.length() <= LONGEST_KEY && Texts.visibleAscii(key))) {
            return key;
        }
        throw Problem.of(400, "invalid-request", "The request is not valid")
                .errors(List.of(new FieldError("Idempotency-Key", "must be 1 to 255 visible ASCII characters")));
    }
}
