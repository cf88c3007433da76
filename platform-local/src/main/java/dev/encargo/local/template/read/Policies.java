package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.ResourcePolicy;
import dev.encargo.local.template.model.RoleResource;
import dev.encargo.local.template.model.Statement;
import dev.encargo.local.template.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `AWS::IAM::Role`, `AWS::IAM::ManagedPolicy`, `AWS::SQS::QueuePolicy` and `AWS::SNS::TopicPolicy`.
final class Policies {

    private Policies() {}

    static void readRole(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        List<String> trusted = statements(properties.child("AssumeRolePolicyDocument")).stream()
                .filter(Statement::allow)
                .flatMap(statement -> statement.principals().stream())
                .toList();
        List<Statement> statements = new ArrayList<>();
        properties
                .children("Policies")
                .forEach(policy -> statements.addAll(statements(policy.child("PolicyDocument"))));
        RoleResource role = new RoleResource(
                resource.id(), draft.name(resource), draft.arn(resource), trusted, statements, resource.at());
        draft.add(role);
        properties.texts("ManagedPolicyArns").forEach(policy -> draft.attach(policy, role));
    }

    static void readManagedPolicy(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        draft.share(draft.ref(resource), statements(properties.child("PolicyDocument")));
    }

    static void readQueuePolicy(Resolved resource, Draft draft) {
        readPolicy("Queues", resource, draft);
    }

    static void readTopicPolicy(Resolved resource, Draft draft) {
        readPolicy("Topics", resource, draft);
    }

    private static void readPolicy(String subjects, Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        draft.add(new ResourcePolicy(
                resource.id(),
                properties.texts(subjects),
                statements(properties.child("PolicyDocument")),
                resource.at()));
    }

    private static List<Statement> statements(Properties document) {
        return document.children("Statement").stream().map(Policies::statement).toList();
    }

    private static Statement statement(Properties declared) {
        for (String negative : List.of("NotAction", "NotResource", "NotPrincipal")) {
            if (declared.has(negative)) {
                declared.refuse(
                        declared.at(negative),
                        english("%s is not understood here", negative),
                        english("It would allow what is not listed"));
            }
        }
        return new Statement(
                declared.required("Effect").equals("Allow"),
                principals(declared),
                declared.texts("Action"),
                declared.texts("Resource"),
                conditions(declared),
                declared.at());
    }

    private static List<String> principals(Properties declared) {
        if (declared.node("Principal").orElse(null) instanceof Node.Scalar everyone) {
            return List.of(everyone.text());
        }
        Properties named = declared.child("Principal");
        return named.names().stream()
                .flatMap(kind -> named.texts(kind).stream())
                .toList();
    }

    private static Map<String, List<String>> conditions(Properties declared) {
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        declared.child("Condition")
                .children()
                .forEach((operator, keys) ->
                        keys.names().forEach(key -> conditions.put(operator + " " + key, keys.texts(key))));
        return conditions;
    }
}
