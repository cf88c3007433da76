package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.template.model.StateMachineResource.Kind;
import java.util.Locale;

/// `AWS::Serverless::StateMachine`.
final class StateMachineReader {

    private StateMachineReader() {}

    static void read(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        String kind = properties.text("Type").orElse("STANDARD").toUpperCase(Locale.ROOT);
        if (!kind.equals("STANDARD") && !kind.equals("EXPRESS")) {
            properties.refuse(
                    properties.at("Type"),
                    english("There is no state machine of type %s", kind),
                    english("It is STANDARD or EXPRESS"));
        }
        Definitions.Definition definition = Definitions.of(properties, draft.evaluator());
        draft.add(new StateMachineResource(
                resource.id(),
                draft.name(resource),
                draft.arn(resource),
                kind.equals("EXPRESS") ? Kind.EXPRESS : Kind.STANDARD,
                definition.file(),
                definition.text(),
                definition.tree(),
                properties.text("Role"),
                properties.child("Logging").flag("IncludeExecutionData", false),
                resource.at()));
    }
}
