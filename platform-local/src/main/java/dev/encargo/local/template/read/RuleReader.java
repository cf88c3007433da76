package dev.encargo.local.template.read;

import dev.encargo.local.template.model.BusResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.TargetResource;
import java.util.List;
import java.util.Optional;

/// `AWS::Events::EventBus` and `AWS::Events::Rule`.
final class RuleReader {

    private RuleReader() {}

    static void readBus(Resolved resource, Draft draft) {
        draft.add(new BusResource(resource.id(), draft.name(resource), draft.arn(resource), resource.at()));
    }

    static void read(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        String bus = properties.text("EventBusName").orElse("default");
        List<TargetResource> targets =
                properties.children("Targets").stream().map(RuleReader::target).toList();
        draft.add(new RuleResource(
                resource.id(),
                draft.name(resource),
                draft.arn(resource),
                bus.substring(bus.lastIndexOf('/') + 1),
                properties.text("Description").orElse(""),
                properties.text("State").map(state -> !state.equals("DISABLED")).orElse(true),
                PatternReader.read(properties, draft.evaluator().refusals()),
                properties.text("ScheduleExpression"),
                targets,
                resource.at()));
    }

    private static TargetResource target(Properties declared) {
        return new TargetResource(
                declared.required("Id"),
                declared.required("Arn"),
                declared.text("RoleArn"),
                declared.text("InputPath"),
                declared.text("Input"),
                transformer(declared),
                Schedules.retry(declared),
                declared.child("DeadLetterConfig").text("Arn"),
                declared.child("SqsParameters").text("MessageGroupId"),
                declared.at());
    }

    private static Optional<TargetResource.InputTransformer> transformer(Properties declared) {
        if (!declared.has("InputTransformer")) {
            return Optional.empty();
        }
        Properties transformer = declared.child("InputTransformer");
        return Optional.of(new TargetResource.InputTransformer(
                transformer.child("InputPathsMap").texts(), transformer.required("InputTemplate")));
    }
}
