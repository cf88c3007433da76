package dev.encargo.orders.function;

import dev.encargo.orders.usecase.CancelOrder;
import dev.encargo.orders.usecase.CancelOrder.Outcome;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `POST /orders/{id}/cancel`
public final class CancelOrderFunction extends ApiFunction {
    private static final int LONGEST_REASON = 40;

    private final CancelOrder cancelOrder;

    public CancelOrderFunction() {
        this(Platform.current());
    }

    CancelOrderFunction(Platform platform) {
        super(platform);
        this.cancelOrder = new CancelOrder(platform);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        CancelOrder.Request cancel =
                new CancelOrder.Request(request.pathValue("id"), request.principal(), reason(request.body()));
        return switch (cancelOrder.cancel(cancel)) {
            case Outcome.Asked asked -> Answers.order(202, asked.order());
            case Outcome.Refused refused ->
                throw Answers.notPossible(
                        refused.order(), refused.refusal(), refused.order().allowed());
            case Outcome.NoSuchOrder _ -> throw Answers.notFound();
        };
    }

    private static @Nullable String reason(String body) {
        if (body.isBlank()) {
            return null;
        }
        Faults faults = new Faults();
        @Nullable
        String reason = Fields.of(Bodies.json(body), "", faults, Set.of("reason"))
                .matching("reason", LONGEST_REASON, Texts::code, "must be a code of capital letters and _");
        faults.throwIfAny();
        return reason;
    }
}
