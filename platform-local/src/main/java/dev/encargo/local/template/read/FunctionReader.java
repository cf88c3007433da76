package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.AsyncInvocation;
import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.ScheduleResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `AWS::Serverless::Function` with its queue readers, schedules and what becomes of asynchronous calls.
final class FunctionReader {

    private FunctionReader() {}

    static void read(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        String handler = handler(properties);
        int colons = handler.indexOf("::");
        List<EventSourceMapping> sources = new ArrayList<>();
        List<ScheduleResource> schedules = new ArrayList<>();
        Optional<String> alias = draft.evaluator().references().aliasArn(resource.declared());
        String called = alias.orElse(draft.arn(resource));
        properties.child("Events").children().forEach((name, event) -> {
            Properties declared = event.child("Properties");
            switch (event.required("Type")) {
                case "SQS" ->
                    sources.add(EventSources.of(
                            resource.id() + "." + name,
                            resource.id(),
                            declared.required("Queue"),
                            declared,
                            properties.child("Events").at(name)));
                case "Schedule", "ScheduleV2" ->
                    schedules.add(Schedules.ofFunction(
                            resource,
                            name,
                            declared,
                            called,
                            properties.child("Events").at(name)));
                default -> {}
            }
        });
        draft.add(new FunctionResource(
                resource.id(),
                draft.name(resource),
                draft.arn(resource),
                alias,
                colons < 0 ? handler : handler.substring(0, colons),
                colons < 0 ? "handleRequest" : handler.substring(colons + 2),
                properties.text("Description").orElse(""),
                properties.child("Environment").child("Variables").texts(),
                properties.seconds("Timeout", 3, 1, 900),
                properties.number("MemorySize", 128, 128, 10240),
                properties.number("ReservedConcurrentExecutions", 0, 100000),
                properties.mention("Role"),
                sources,
                schedules,
                async(properties),
                resource.at()));
    }

    private static String handler(Properties properties) {
        Properties image = properties.child("ImageConfig");
        List<String> command = image.texts("Command");
        if (command.size() == 1) {
            return command.getFirst();
        }
        Optional<String> handler = properties.text("Handler");
        if (handler.isEmpty()) {
            properties.refuse(
                    image.at("Command"),
                    english("The function names no handler class"),
                    english("ImageConfig.Command holds exactly one class::method"));
        }
        return handler.orElse("");
    }

    private static AsyncInvocation async(Properties properties) {
        if (!properties.has("EventInvokeConfig")) {
            return AsyncInvocation.UNDECLARED;
        }
        Properties declared = properties.child("EventInvokeConfig");
        Properties destinations = declared.child("DestinationConfig");
        AsyncInvocation otherwise = AsyncInvocation.UNDECLARED;
        return new AsyncInvocation(
                declared.number("MaximumRetryAttempts", otherwise.maximumRetries(), 0, 2),
                Duration.ofSeconds(declared.number(
                        "MaximumEventAgeInSeconds", (int) otherwise.maximumAge().toSeconds(), 60, 21600)),
                destinations.child("OnFailure").mention("Destination"),
                destinations.child("OnSuccess").mention("Destination"));
    }
}
