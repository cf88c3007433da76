package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.RetryPolicy;
import dev.encargo.local.template.model.ScheduleResource;
import dev.encargo.local.template.source.Position;
import java.time.Duration;

/// Schedules: a `Schedule` or `ScheduleV2` event of a function, or an `AWS::Scheduler::Schedule`.
final class Schedules {

    private Schedules() {}

    static ScheduleResource ofFunction(
            Resolved function, String name, Properties declared, String targetArn, Position at) {
        String made = declared.text("Name").orElse(function.id() + name);
        String expression = declared.has("ScheduleExpression")
                ? declared.required("ScheduleExpression")
                : declared.required("Schedule");
        return schedule(function.id() + "." + name, made, expression, declared, declared, targetArn, at);
    }

    static void readResource(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        Properties target = properties.child("Target");
        draft.add(schedule(
                resource.id(),
                draft.name(resource),
                properties.required("ScheduleExpression"),
                properties,
                target,
                target.required("Arn"),
                resource.at()));
    }

    private static ScheduleResource schedule(
            String id,
            String name,
            String expression,
            Properties declared,
            Properties target,
            String arn,
            Position at) {
        if (!expression.matches("(rate|cron|at)\\(.+\\)")) {
            declared.refuse(
                    declared.at("ScheduleExpression"),
                    english("\"%s\" is no schedule", expression),
                    english("It is rate(…), cron(…) or at(…)"));
        }
        return new ScheduleResource(
                id,
                name,
                expression,
                declared.text("ScheduleExpressionTimezone").orElse("UTC"),
                declared.text("State").map(state -> state.equals("ENABLED")).orElse(declared.flag("Enabled", true)),
                arn,
                target.text("RoleArn"),
                target.text("Input"),
                retry(target),
                target.child("DeadLetterConfig").text("Arn"),
                at);
    }

    /// The retry policy of a schedule or of a rule's target.
    static RetryPolicy retry(Properties target) {
        Properties declared = target.child("RetryPolicy");
        RetryPolicy otherwise = RetryPolicy.UNDECLARED;
        return new RetryPolicy(
                Duration.ofSeconds(declared.number(
                        "MaximumEventAgeInSeconds", (int) otherwise.maximumAge().toSeconds(), 60, 86400)),
                declared.number("MaximumRetryAttempts", otherwise.maximumRetries(), 0, 185));
    }
}
