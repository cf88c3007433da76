package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.List;

/// A topic and who has subscribed to it in the template.
public record TopicResource(
        String id, String name, String arn, String displayName, List<Subscription> subscriptions, Position at)
        implements Resource {

    public TopicResource {
        subscriptions = List.copyOf(subscriptions);
    }
}
