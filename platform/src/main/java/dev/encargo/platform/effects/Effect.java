package dev.encargo.platform.effects;

import dev.encargo.platform.event.EventMessage;
import io.avaje.jsonb.Json;

/// What a stored document still has to do. Its `id` was made when it was decided and never changes.
@Json
@Json.SubTypes({
    @Json.SubType(type = Effect.Publish.class, name = "publish"),
    @Json.SubType(type = Effect.Succeed.class, name = "succeed"),
    @Json.SubType(type = Effect.Fail.class, name = "fail"),
    @Json.SubType(type = Effect.StartWorkflow.class, name = "start"),
    @Json.SubType(type = Effect.Send.class, name = "send")
})
public sealed interface Effect {

    String id();

    record Publish(String id, EventMessage event) implements Effect {}

    record Succeed(String id, String token, String output) implements Effect {}

    record Fail(String id, String token, String error, String cause) implements Effect {}

    record StartWorkflow(String id, String workflow, String name, String input) implements Effect {}

    record Send(String id, String queue, String body) implements Effect {}
}
