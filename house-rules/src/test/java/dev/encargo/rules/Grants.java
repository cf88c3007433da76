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
        return new Grants(translation
                .target(role, "AWS::IAM::Role")
                .map(id -> translation.resources().get(id).path("Properties"))
                .map(properties -> Stream.concat(
                                items(properties.path("Policies")).map(policy -> policy.path("PolicyDocument")),
                                items(properties.path("ManagedPolicyArns"))
                                        .flatMap(shared ->
                                                translation.target(shared, "AWS::IAM::ManagedPolicy").stream())
                                        .map(id ->
                                                translation.resources().get(id).at("/Properties/PolicyDocument")))
                        .flatMap(Grants::statements)
                        .toList())
                .orElse(List.of()));
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
        return statements.stream()
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> items(statement.path("Action"))
                        .anyMatch(allowed -> allowed.asText().equals(action)))
                .filter(statement -> items(statement.path("Resource")).anyMatch(resource -> isAbout(resource, id)));
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
