package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.intrinsic.Surroundings;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.model.BucketResource;
import dev.encargo.local.template.model.BusResource;
import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.ParameterResource;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.RoleResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.ScheduleResource;
import dev.encargo.local.template.model.SecretResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.template.model.Statement;
import dev.encargo.local.template.model.StreamResource;
import dev.encargo.local.template.model.Subscription;
import dev.encargo.local.template.model.TableResource;
import dev.encargo.local.template.model.TopicResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the parts together: subscriptions to their topics, shared policies to roles, queue readers of their own to
/// their functions.
final class Assembly {

    private Assembly() {}

    static Stack of(Draft draft) {
        Surroundings here = draft.evaluator().surroundings();
        return new Stack(
                draft.evaluator().template().file(),
                here.stackName(),
                here.region(),
                here.accountId(),
                functions(draft),
                draft.all(QueueResource.class),
                draft.all(BusResource.class),
                draft.all(RuleResource.class),
                draft.all(StateMachineResource.class),
                topics(draft),
                draft.all(BucketResource.class),
                draft.all(StreamResource.class),
                draft.all(ApiResource.class),
                draft.all(ScheduleResource.class),
                draft.all(ParameterResource.class),
                draft.all(SecretResource.class),
                draft.all(TableResource.class),
                roles(draft),
                draft.policies(),
                EventSchemaReader.read(draft));
    }

    private static Map<String, FunctionResource> functions(Draft draft) {
        Map<String, FunctionResource> functions = new LinkedHashMap<>(draft.all(FunctionResource.class));
        for (Draft.Mapping mapping : draft.mappings()) {
            FunctionResource reader = functions.values().stream()
                    .filter(function -> mapping.function().equals(function.name())
                            || mapping.function().startsWith(function.arn()))
                    .findFirst()
                    .orElse(null);
            if (reader == null) {
                draft.evaluator()
                        .refusals()
                        .add(
                                mapping.mapping().at(),
                                english("No function %s is in this template", mapping.function()),
                                english(
                                        "The mapping %s would call it",
                                        mapping.mapping().id()),
                                english("Name a function with !Ref"));
            } else {
                functions.put(reader.id(), withSource(reader, mapping.mapping()));
            }
        }
        return Collections.unmodifiableMap(functions);
    }

    private static FunctionResource withSource(FunctionResource f, EventSourceMapping mapping) {
        List<EventSourceMapping> sources = new ArrayList<>(f.eventSources());
        sources.add(new EventSourceMapping(
                mapping.id(),
                f.id(),
                mapping.queueArn(),
                mapping.batchSize(),
                mapping.window(),
                mapping.maximumConcurrency(),
                mapping.partialFailures(),
                mapping.enabled(),
                mapping.at()));
        return new FunctionResource(
                f.id(),
                f.name(),
                f.arn(),
                f.aliasArn(),
                f.handlerClass(),
                f.handlerMethod(),
                f.description(),
                f.environment(),
                f.timeout(),
                f.memoryMegabytes(),
                f.reservedConcurrency(),
                f.role(),
                sources,
                f.schedules(),
                f.async(),
                f.at());
    }

    private static Map<String, RoleResource> roles(Draft draft) {
        Map<String, RoleResource> roles = new LinkedHashMap<>();
        draft.all(RoleResource.class).forEach((id, role) -> {
            List<Statement> all = new ArrayList<>(role.statements());
            all.addAll(draft.shared(role));
            roles.put(id, new RoleResource(id, role.name(), role.arn(), role.trustedServices(), all, role.at()));
        });
        return Collections.unmodifiableMap(roles);
    }

    private static Map<String, TopicResource> topics(Draft draft) {
        Map<String, TopicResource> topics = new LinkedHashMap<>();
        draft.all(TopicResource.class).forEach((id, topic) -> {
            List<Subscription> all = new ArrayList<>(topic.subscriptions());
            draft.subscriptions().stream()
                    .filter(one -> one.topicArn().equals(topic.arn()))
                    .forEach(all::add);
            topics.put(id, new TopicResource(id, topic.name(), topic.arn(), topic.displayName(), all, topic.at()));
        });
        return Collections.unmodifiableMap(topics);
    }
}
