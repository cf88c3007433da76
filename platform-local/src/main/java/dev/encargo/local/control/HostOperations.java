package dev.encargo.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.host.Host;
import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.queue.MessageQueue;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.workflow.data.Json;
import java.time.Duration;
import java.util.function.Supplier;

/// Clock, quiet and executions of a running host.
final class HostOperations {
    private final Supplier<Host> host;

    HostOperations(Supplier<Host> host) {
        this.host = host;
    }

    JsonNode clock(Asked asked) throws InterruptedException {
        Host running = host.get();
        Duration left = running.forward(
                asked.duration("forward", Control.LONGEST_MOVE), asked.durationOr("within", Duration.ofDays(1)));
        return Json.object()
                .put("now", running.clock().instant().toString())
                .put("left", left.toString())
                .put("stopping", running.timers().isEnding());
    }

    JsonNode status(Asked asked) {
        Host running = host.get();
        ObjectNode status = Json.object();
        status.put("now", running.clock().instant().toString());
        status.put("ahead", running.clock().offset().toString());
        status.put("quiet", running.quiet().getAsBoolean());
        ArrayNode queues = status.putArray("queues");
        for (MessageQueue queue : running.queues().all()) {
            MessageQueue.Depth depth = queue.depth();
            queues.addObject()
                    .put("name", queue.name())
                    .put("visible", depth.visible())
                    .put("inFlight", depth.inFlight())
                    .put("delayed", depth.delayed());
        }
        return status;
    }

    JsonNode quiet(Asked asked) throws InterruptedException {
        long end = System.nanoTime() + asked.duration("within").toNanos();
        boolean quiet = host.get().awaitQuiet();
        while (!quiet && System.nanoTime() < end) {
            quiet = host.get().awaitQuiet();
        }
        return Json.object().put("quiet", quiet);
    }

    JsonNode land(Asked asked) {
        host.get().delivery().streams().landAll();
        return Json.object().put("landed", true);
    }

    JsonNode redrive(Asked asked) {
        String workflow = known(asked.text("workflow"));
        return Json.object().put("redriven", host.get().executions().redrive(workflow, asked.text("name")));
    }

    JsonNode stop(Asked asked) {
        String workflow = known(asked.text("workflow"));
        boolean stopped = host.get().executions().stop(workflow, asked.text("name"), "Operator", asked.text("cause"));
        return Json.object().put("stopped", stopped);
    }

    private String known(String workflow) {
        return host.get().stack().stateMachines().values().stream()
                .filter(machine ->
                        machine.name().equals(workflow) || machine.id().equals(workflow))
                .map(StateMachineResource::name)
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "workflow-unknown", "The template has no workflow " + workflow));
    }
}
