package dev.encargo.orders.function;

import dev.encargo.orders.model.Status;
import dev.encargo.orders.usecase.ChangeOrderStatus;
import dev.encargo.orders.usecase.ChangeOrderStatus.Outcome;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Settings;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;
import java.util.Arrays;
import java.util.Set;

/// `PATCH /orders/{id}`
public final class ChangeOrderStatusFunction extends ApiFunction {
    private static final int LONGEST_STATUS = 16;

    private final ChangeOrderStatus changeOrderStatus;
    private final Settings settings;

    public ChangeOrderStatusFunction() {
        this(Platform.current());
    }

    ChangeOrderStatusFunction(Platform platform) {
        super(platform);
        this.changeOrderStatus = new ChangeOrderStatus(platform);
        this.settings = platform.settings();
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        if (!request.principal().operator()) {
            throw Answers.operatorsOnly();
        }
        Status to = status(request.body());
        if (request.header("If-Match").isEmpty() && strict()) {
            throw Preconditions.missing();
        }
        ChangeOrderStatus.Request change = new ChangeOrderStatus.Request(
                request.pathValue("id"), to, "operator", order -> Preconditions.isStale(request, order));
        return switch (changeOrderStatus.change(change)) {
            case Outcome.Made made -> Answers.order(200, made.order());
            case Outcome.CancelAsked asked -> Answers.order(202, asked.order());
            case Outcome.Refused refused ->
                throw Answers.notPossible(refused.order(), refused.refusal(), refused.allowed());
            case Outcome.Stale stale -> throw Preconditions.stale(stale.order());
            case Outcome.NoSuchOrder _ -> throw Answers.notFound();
        };
    }

    private boolean strict() {
        return settings.find("strict-if-match").filter("true"::equals).isPresent();
    }

    private static Status status(String body) {
        Faults faults = new Faults();
        String name = Fields.of(Bodies.json(body), "", faults, Set.of("status"))
                .required("status", LONGEST_STATUS, ChangeOrderStatusFunction::isStatus, "is not a status");
        faults.throwIfAny();
        return Status.valueOf(name);
    }

    private static boolean isStatus(String name) {
        return Arrays.stream(Status.values()).anyMatch(status -> status.name().equals(name));
    }
}
