package dev.encargo.local.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.delivery.Bus;
import dev.encargo.local.execution.StatusEvents;
import dev.encargo.local.store.Change;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.engine.Command;
import dev.encargo.local.workflow.engine.Execution;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells the default bus how executions end, as Step Functions does.
final class DefaultBus implements StatusEvents {
    private @Nullable Bus bus;

    void tellTo(Bus listener) {
        this.bus = listener;
    }

    @Override
    public Change ended(Execution execution, Command.Finished finished) {
        ObjectNode detail = Json.object();
        detail.put("executionArn", execution.info().arn());
        detail.put("stateMachineArn", execution.info().stateMachineArn());
        detail.put("name", execution.info().name());
        detail.put("status", finished.status().name());
        detail.put("startDate", execution.info().startTime().toEpochMilli());
        detail.put("input", Json.write(execution.input()));
        if (finished.error() != null) {
            detail.put("error", finished.error());
        }
        if (finished.cause() != null) {
            detail.put("cause", finished.cause());
        }
        return Objects.requireNonNull(bus, "bus")
                .service("aws.states", "Step Functions Execution Status Change", Json.write(detail));
    }
}
