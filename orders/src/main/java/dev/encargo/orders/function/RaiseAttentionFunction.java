package dev.encargo.orders.function;

import dev.encargo.orders.usecase.RaiseAttention;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.QueueFunction;
import dev.encargo.platform.function.QueueMessage;
import java.util.Map;

/// Fed by `fulfilment-alerts`.
public final class RaiseAttentionFunction extends QueueFunction {
    private final RaiseAttention raiseAttention;

    public RaiseAttentionFunction() {
        this(Platform.current());
    }

    RaiseAttentionFunction(Platform platform) {
        super(platform);
        this.raiseAttention = new RaiseAttention(platform);
    }

    @Override
    protected void handle(QueueMessage message) {
        RaiseAttention.Request request = AlertMessage.read(message.body()).request();
        if (raiseAttention.raise(request).isEmpty()) {
            throw new UnknownOrder(request.orderId());
        }
        telemetry.count("attention.raised", 1, Map.of("attention", request.attention()));
    }
}
