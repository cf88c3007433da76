package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.definition.Resource;
import org.jspecify.annotations.Nullable;

/// How the history tells about tasks. Functions and activities have events of their own.
final class TaskEvents {
    private TaskEvents() {}

    static void scheduled(Journal journal, Frame frame, ExecutionInfo info, Command.ScheduleTask command) {
        Resource resource = command.resource();
        ObjectNode details = Json.object();
        if (resource.kind() == Resource.Kind.INTEGRATION) {
            putResource(details, resource);
            details.put("region", region(info));
            details.set("parameters", command.parameters());
        } else {
            details.put("resource", resource.text());
            details.set("input", command.parameters());
        }
        if (command.timeoutSeconds() != null) {
            details.put("timeoutInSeconds", command.timeoutSeconds());
        }
        if (command.heartbeatSeconds() != null) {
            details.put("heartbeatInSeconds", command.heartbeatSeconds());
        }
        add(journal, frame, resource, "Scheduled", details);
        if (resource.kind() != Resource.Kind.ACTIVITY) {
            add(journal, frame, resource, "Started", resourceDetails(resource));
        }
    }

    static void submitted(Journal journal, Frame frame, Resource resource, JsonNode output) {
        ObjectNode details = resourceDetails(resource);
        details.set("output", output);
        add(journal, frame, resource, "Submitted", details);
    }

    static void succeeded(Journal journal, Frame frame, Resource resource, JsonNode output) {
        ObjectNode details = resourceDetails(resource);
        details.set("output", output);
        add(journal, frame, resource, "Succeeded", details);
    }

    static void failed(
            Journal journal, Frame frame, Resource resource, @Nullable String error, @Nullable String cause) {
        ObjectNode details = resourceDetails(resource);
        details.setAll(Journal.errorDetails(error, cause));
        add(journal, frame, resource, "Failed", details);
    }

    static void timedOut(Journal journal, Frame frame, Resource resource, String error) {
        ObjectNode details = resourceDetails(resource);
        details.put("error", error);
        add(journal, frame, resource, "TimedOut", details);
    }

    private static void add(Journal journal, Frame frame, Resource resource, String what, ObjectNode details) {
        String subject = switch (resource.kind()) {
            case LAMBDA -> "LambdaFunction";
            case ACTIVITY -> "Activity";
            case INTEGRATION, OTHER -> "Task";
        };
        String type = subject + what;
        journal.add(frame, type, details.isEmpty() ? "" : Endings.detailsName(type), details);
    }

    private static ObjectNode resourceDetails(Resource resource) {
        ObjectNode details = Json.object();
        if (resource.kind() == Resource.Kind.INTEGRATION) {
            putResource(details, resource);
        }
        return details;
    }

    private static void putResource(ObjectNode details, Resource resource) {
        details.put("resourceType", resource.service());
        details.put("resource", resource.action());
    }

    private static String region(ExecutionInfo info) {
        String[] parts = info.arn().split(":", 5);
        return parts.length > 3 ? parts[3] : "";
    }
}
