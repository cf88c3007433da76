package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A function. `handlerClass` is a fully qualified class and `handlerMethod` its method, from
/// `ImageConfig.Command`. `aliasArn` is what mappings, workflows and integrations call. `role` is absent where
/// SAM would make a role.
public record FunctionResource(
        String id,
        String name,
        String arn,
        Optional<String> aliasArn,
        String handlerClass,
        String handlerMethod,
        String description,
        Map<String, String> environment,
        Duration timeout,
        int memoryMegabytes,
        OptionalInt reservedConcurrency,
        Optional<Mention> role,
        List<EventSourceMapping> eventSources,
        List<ScheduleResource> schedules,
        AsyncInvocation async,
        Position at)
        implements Resource {

    public FunctionResource {
        environment = Map.copyOf(environment);
        eventSources = List.copyOf(eventSources);
        schedules = List.copyOf(schedules);
    }

    public Optional<String> roleArn() {
        return role.map(Mention::arn);
    }
}
