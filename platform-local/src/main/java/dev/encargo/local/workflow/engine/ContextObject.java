package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import org.jspecify.annotations.Nullable;

/// The context object: what a state can learn about its execution.
final class ContextObject {
    private ContextObject() {}

    /// @param frame whose state asks
    /// @param inside the frame whose iteration is meant by `Map.Item`
    static ObjectNode of(Execution execution, Frame frame, Frame inside, boolean withToken) {
        ObjectNode context = Json.object();
        context.set("Execution", execution(execution));
        ObjectNode state = context.putObject("State");
        if (frame.enteredAt != null) {
            state.put("EnteredTime", frame.enteredAt.toString());
        }
        state.put("Name", frame.state);
        state.put("RetryCount", frame.retryCount);
        ObjectNode machine = context.putObject("StateMachine");
        machine.put("Id", execution.info.stateMachineArn());
        machine.put("Name", execution.info.stateMachineName());
        if (withToken) {
            context.putObject("Task")
                    .put("Token", TaskToken.of(execution, frame).write());
        }
        putItem(context, inside);
        return context;
    }

    private static ObjectNode execution(Execution execution) {
        ObjectNode node = Json.object();
        node.put("Id", execution.info.arn());
        node.set("Input", execution.input);
        node.put("Name", execution.info.name());
        node.put("RoleArn", execution.info.roleArn());
        node.put("StartTime", execution.info.startTime().toString());
        node.put("RedriveCount", execution.redriveCount);
        if (execution.redrivenAt != null) {
            node.put("RedriveTime", execution.redrivenAt.toString());
        }
        return node;
    }

    private static void putItem(ObjectNode context, Frame inside) {
        Frame iteration = nearestIteration(inside);
        if (iteration == null || iteration.parent == null) {
            return;
        }
        ArrayNode items = iteration.parent.items;
        JsonNode value = items == null ? null : items.get(iteration.index);
        ObjectNode item = context.putObject("Map").putObject("Item");
        item.put("Index", iteration.index);
        item.set("Value", value == null ? Json.nothing() : value);
    }

    private static @Nullable Frame nearestIteration(Frame inside) {
        Frame frame = inside;
        while (frame != null && !frame.iteration) {
            frame = frame.parent;
        }
        return frame;
    }
}
