package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What policies of a translation allow: those of a role, its own and the ones it shares, and those of a queue or
/// topic.
record Grants(List<JsonNode> statements) {

    /// Of the role that a `Fn::GetAtt` leads to; of none, if it leads elsewhere.
    static Grants ofRole(Translation translation, JsonNode role) {
        return translation
                .target(role, "AWS::IAM::Role")
                .map(id -> ofRole(translation, id))
                .orElse(new Grants(List.of()));
    }

    static Grants ofRole(Translation translation, String id) {
        JsonNode role = translation.properties(id);
        return new Grants(Stream.concat(
                        items(role.path("Policies")),
                        items(role.path("ManagedPolicyArns"))
                                .flatMap(shared -> translation.target(shared, "AWS::IAM::ManagedPolicy").stream())
                                .map(translation::properties))
                .flatMap(policy -> statements(policy.path("PolicyDocument")))
                .toList());
    }

    /// Of the policies of a type (`AWS::SQS::QueuePolicy`) that lie on a resource.
    static Grants onResource(Translation translation, String type, String property, String id) {
        return new Grants(translation.all(type).values().stream()
                .map(policy -> policy.path("Properties"))
                .filter(policy -> items(policy.path(property)).anyMatch(on -> isAbout(on, id)))
                .map(policy -> policy.path("PolicyDocument"))
                .flatMap(Grants::statements)
                .toList());
    }

    boolean allow(String action, String id) {
        return allowing(action, id).findAny().isPresent();
    }

    /// Whether a service may do it on behalf of that resource.
    boolean allowFor(String action, String id, String source) {
        return allowing(action, id)
                .map(statement -> statement.at("/Condition/ArnEquals").path("aws:SourceArn"))
                .flatMap(Grants::items)
                .anyMatch(arn -> isAbout(arn, source));
    }

    private Stream<JsonNode> allowing(String action, String id) {
        return allowing(action)
                .filter(statement -> items(statement.path("Resource")).anyMatch(resource -> isAbout(resource, id)));
    }

    private Stream<JsonNode> allowing(String action) {
        return statements.stream()
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> items(statement.path("Action"))
                        .anyMatch(allowed -> allowed.asText().equals(action)));
    }

    /// On what an action is allowed, each written as the text of a `Fn::Sub`.
    Stream<String> resourcesOf(String action) {
        return allowing(action)
                .flatMap(statement -> items(statement.path("Resource")))
                .map(Grants::text);
    }

    private static String text(JsonNode resource) {
        JsonNode attribute = resource.path("Fn::GetAtt");
        return attribute.isMissingNode()
                ? resource.path("Fn::Sub").asText(resource.asText())
                : "${" + attribute.path(0).asText() + "." + attribute.path(1).asText() + "}";
    }

    private static boolean isAbout(JsonNode reference, String id) {
        return Translation.id(reference).equals(Optional.of(id));
    }

    static Stream<JsonNode> statements(JsonNode document) {
        return items(document.path("Statement"));
    }

    /// The items of a list; anything else is the only one.
    static Stream<JsonNode> items(JsonNode node) {
        if (node.isMissingNode()) {
            return Stream.empty();
        }
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}
