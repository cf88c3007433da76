package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.verbatim;

import dev.encargo.local.template.model.ScheduleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// A schedule can be read, calls something that exists and may do so.
final class ScheduleChecks {

    private static final Pattern VALID = Pattern.compile(
            "rate\\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\\)"
                    + "|cron\\(\\S+ \\S+ \\S+ \\S+ \\S+ \\S+\\)|at\\([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\)");

    private ScheduleChecks() {}

    static boolean isValid(String expression) {
        return VALID.matcher(expression).matches();
    }

    static void check(Stack stack, Refusals refusals) {
        stack.allSchedules().forEach(schedule -> check(schedule, stack, refusals));
    }

    private static void check(ScheduleResource schedule, Stack stack, Refusals refusals) {
        if (!isValid(schedule.expression())) {
            refusals.add(
                    schedule.at(),
                    english("\"%s\" is no schedule", schedule.expression()),
                    english("It is like rate(1 minute), rate(5 minutes), cron(0 8 * * ? *) or at(2030-01-31T08:00:00)"),
                    english("Correct the expression"));
        }
        try {
            ZoneId.of(schedule.zone());
        } catch (DateTimeException e) {
            refusals.add(
                    schedule.at(),
                    english("%s is no time zone", schedule.zone()),
                    verbatim(String.valueOf(e.getMessage())),
                    english("Name one like Europe/Madrid"));
        }
        boolean function = stack.functionByArn(schedule.targetArn()).isPresent();
        if (!function
                && stack.queueByArn(schedule.targetArn()).isEmpty()
                && stack.stateMachineByArn(schedule.targetArn()).isEmpty()) {
            refusals.add(
                    schedule.at(),
                    english("The schedule %s calls what does not exist", schedule.id()),
                    english("Nothing in this template has the ARN %s", schedule.targetArn()),
                    english("Refer to a function, queue or state machine of this template"));
        }
        schedule.roleArn()
                .filter(role -> function)
                .ifPresent(role -> Roles.mustAllow(
                        role,
                        "scheduler.amazonaws.com",
                        "lambda:InvokeFunction",
                        schedule.targetArn(),
                        schedule.at(),
                        stack,
                        refusals));
        schedule.deadLetterArn()
                .filter(arn -> stack.queueByArn(arn).isEmpty())
                .ifPresent(arn -> refusals.add(
                        schedule.at(),
                        english("The dead letters of %s have no queue", schedule.id()),
                        english("Nothing in this template has the ARN %s", arn),
                        english("Refer to a queue of this template")));
    }
}
