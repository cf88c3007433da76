package dev.encargo.local.template.read;

import dev.encargo.local.template.intrinsic.Evaluator;
import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.Resource;
import dev.encargo.local.template.model.ResourcePolicy;
import dev.encargo.local.template.model.RoleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.Statement;
import dev.encargo.local.template.model.Subscription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stack while its resources are being read, one after the other.
final class Draft {

    private final Evaluator evaluator;
    private final List<Resource> resources = new ArrayList<>();
    private final List<ResourcePolicy> policies = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();

    private final Map<String, List<Statement>> shared = new HashMap<>();
    private final Map<String, List<String>> attached = new HashMap<>();

    /// A queue reader declared as a resource of its own; it belongs to the function of that ARN or name.
    record Mapping(String function, EventSourceMapping mapping) {}

    Draft(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Properties properties(Resolved resource) {
        return Properties.of(resource, evaluator.refusals());
    }

    String name(Resolved resource) {
        return evaluator.references().name(resource.declared());
    }

    String arn(Resolved resource) {
        return evaluator.references().arn(resource.declared());
    }

    String ref(Resolved resource) {
        return evaluator.references().refOf(resource.declared());
    }

    void add(Resource resource) {
        resources.add(resource);
    }

    void add(ResourcePolicy policy) {
        policies.add(policy);
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void add(Mapping mapping) {
        mappings.add(mapping);
    }

    /// What a policy that roles share allows.
    void share(String policyArn, List<Statement> statements) {
        shared.put(policyArn, statements);
    }

    void attach(String policyArn, RoleResource role) {
        attached.computeIfAbsent(role.id(), _ -> new ArrayList<>()).add(policyArn);
    }

    /// What a role may do by the policies of this template that it shares; those of AWS are not read.
    List<Statement> shared(RoleResource role) {
        return attached.getOrDefault(role.id(), List.of()).stream()
                .flatMap(policy -> shared.getOrDefault(policy, List.of()).stream())
                .toList();
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    List<Mapping> mappings() {
        return mappings;
    }

    <T extends Resource> Map<String, T> all(Class<T> kind) {
        Map<String, T> all = new LinkedHashMap<>();
        resources.stream().filter(kind::isInstance).map(kind::cast).forEach(one -> all.put(one.id(), one));
        return Collections.unmodifiableMap(all);
    }

    List<ResourcePolicy> policies() {
        return List.copyOf(policies);
    }

    Stack finish() {
        return Assembly.of(this);
    }
}
