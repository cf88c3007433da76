package dev.encargo.local.template.model;

import dev.encargo.local.schema.EventSchemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The whole application, resolved. Maps are by logical id, in the order of the file.
public record Stack(
        Path file,
        String name,
        String region,
        String accountId,
        Map<String, FunctionResource> functions,
        Map<String, QueueResource> queues,
        Map<String, BusResource> buses,
        Map<String, RuleResource> rules,
        Map<String, StateMachineResource> stateMachines,
        Map<String, TopicResource> topics,
        Map<String, BucketResource> buckets,
        Map<String, StreamResource> streams,
        Map<String, ApiResource> apis,
        Map<String, ScheduleResource> schedules,
        Map<String, ParameterResource> parameters,
        Map<String, SecretResource> secrets,
        Map<String, TableResource> tables,
        Map<String, RoleResource> roles,
        List<ResourcePolicy> policies,
        EventSchemas eventSchemas) {
    private static final String RELAY_INDEX = "pending";

    /// The function of an ARN (with or without alias or version) or of a plain name.
    public Optional<FunctionResource> functionByArn(String arn) {
        return functions.values().stream()
                .filter(function -> arn.equals(function.arn())
                        || arn.startsWith(function.arn() + ":")
                        || arn.equals(function.name()))
                .findFirst();
    }

    /// The indexes of documents that store classes declare: all of the tables' but the relay's own.
    public Set<String> declaredIndexes() {
        return tables.values().stream()
                .flatMap(table -> table.indexes().stream())
                .map(TableResource.Index::name)
                .filter(name -> !name.equals(RELAY_INDEX))
                .collect(Collectors.toSet());
    }

    public Optional<QueueResource> queueByArn(String arn) {
        return first(queues.values(), queue -> queue.arn().equals(arn));
    }

    /// The queue of a URL, whatever host and port it names.
    public Optional<QueueResource> queueByUrl(String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        return first(queues.values(), queue -> queue.name().equals(name));
    }

    public Optional<StateMachineResource> stateMachineByArn(String arn) {
        return first(stateMachines.values(), machine -> machine.arn().equals(arn));
    }

    public Optional<TopicResource> topicByArn(String arn) {
        return first(topics.values(), topic -> topic.arn().equals(arn));
    }

    public Optional<StreamResource> streamByArn(String arn) {
        return first(streams.values(), stream -> stream.arn().equals(arn));
    }

    public Optional<BucketResource> bucketByArn(String arn) {
        return first(buckets.values(), bucket -> bucket.arn().equals(arn));
    }

    public Optional<RoleResource> roleByArn(String arn) {
        return first(roles.values(), role -> role.arn().equals(arn));
    }

    /// The rules that listen on a bus.
    public List<RuleResource> rulesOn(String bus) {
        return rules.values().stream().filter(rule -> rule.bus().equals(bus)).toList();
    }

    /// Every queue reader of every function.
    public List<EventSourceMapping> eventSources() {
        return functions.values().stream()
                .flatMap(function -> function.eventSources().stream())
                .toList();
    }

    /// Every schedule: those declared alone and those among a function's events.
    public List<ScheduleResource> allSchedules() {
        List<ScheduleResource> all = new ArrayList<>(schedules.values());
        functions.values().forEach(function -> all.addAll(function.schedules()));
        return List.copyOf(all);
    }

    /// Whether the policies of a queue or topic let `service`, acting for `sourceArn`, do `action` to it.
    public boolean resourceAllows(String service, String action, String resourceArn, String sourceArn) {
        List<Statement> statements = policies.stream()
                .filter(policy -> policy.resources().stream().anyMatch(named -> names(named, resourceArn)))
                .flatMap(policy -> policy.statements().stream())
                .toList();
        return Statement.decide(statements, one -> one.covers(action, resourceArn) && one.speaksOf(service, sourceArn));
    }

    /// The queues that keep what others could not take: of queues, of rules' targets, of calls that nobody waited
    /// for.
    public List<QueueResource> deadLetterQueues() {
        Set<String> arns = new HashSet<>();
        queues.values().forEach(queue -> queue.redrive().ifPresent(redrive -> arns.add(redrive.deadLetterArn())));
        rules.values().stream()
                .flatMap(rule -> rule.targets().stream())
                .forEach(target -> target.deadLetterArn().ifPresent(arns::add));
        functions.values().forEach(function -> function.async().onFailureArn().ifPresent(arns::add));
        return queues.values().stream()
                .filter(queue -> arns.contains(queue.arn()))
                .toList();
    }

    private boolean names(String named, String resourceArn) {
        return named.equals(resourceArn)
                || queueByUrl(named)
                        .map(queue -> queue.arn().equals(resourceArn))
                        .orElse(false);
    }

    private static <T> Optional<T> first(Collection<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst();
    }
}
