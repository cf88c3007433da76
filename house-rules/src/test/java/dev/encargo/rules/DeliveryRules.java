package dev.encargo.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// That nothing is lost between those who send and those who read, in what is deployed. Each rule gives the sentences
/// of its violations.
final class DeliveryRules {

    private static final int RECEIVES = 5;
    private static final int VISIBILITY_FACTOR = 6;
    private static final int MOST_TARGETS = 5;
    private static final String QUEUE = "AWS::SQS::Queue";

    private DeliveryRules() {}

    /// A target of a rule or of a schedule; `id` is that of the rule or schedule.
    private record Target(String id, JsonNode body) {
        @Override
        public String toString() {
            return id + (body.has("Id") ? "." + body.path("Id").asText() : "");
        }
    }

    private static Stream<Target> targets(Translation translation) {
        return Stream.concat(
                ofRules(translation),
                translation.all("AWS::Scheduler::Schedule").entrySet().stream()
                        .map(schedule -> new Target(
                                schedule.getKey(), schedule.getValue().at("/Properties/Target"))));
    }

    private static Stream<Target> ofRules(Translation translation) {
        return translation.all("AWS::Events::Rule").entrySet().stream()
                .flatMap(rule -> Grants.items(rule.getValue().at("/Properties/Targets"))
                        .map(target -> new Target(rule.getKey(), target)));
    }

    static List<String> everyTargetHasDeadLetters(Translation translation) {
        return targets(translation)
                .filter(target -> deadLetters(translation, target).isEmpty())
                .map(target -> target + " has no dead letters")
                .toList();
    }

    private static Optional<String> deadLetters(Translation translation, Target target) {
        return translation.target(target.body().at("/DeadLetterConfig/Arn"), QUEUE);
    }

    static List<String> everyTargetHasARetryPolicy(Translation translation) {
        return targets(translation)
                .filter(target -> !target.body().at("/RetryPolicy").has("MaximumEventAgeInSeconds")
                        || !target.body().at("/RetryPolicy").has("MaximumRetryAttempts"))
                .map(target -> target + " has no retry policy")
                .toList();
    }

    static List<String> atMostFiveTargetsARule(Translation translation) {
        return translation.all("AWS::Events::Rule").entrySet().stream()
                .filter(rule -> rule.getValue().at("/Properties/Targets").size() > MOST_TARGETS)
                .map(rule -> rule.getKey() + " has "
                        + rule.getValue().at("/Properties/Targets").size() + " targets")
                .toList();
    }

    /// A queue and a topic say who may fill them; anything else is called in a role.
    static List<String> everyTargetMayBeReached(Translation translation) {
        List<String> found = new ArrayList<>();
        ofRules(translation).forEach(target -> {
            String id = Translation.id(target.body().path("Arn")).orElse("");
            String type = translation.resources().containsKey(id) ? translation.type(id) : "";
            Grants role = Grants.ofRole(translation, target.body().path("RoleArn"));
            boolean reached = switch (type) {
                case QUEUE -> queue(translation, id).allowFor("sqs:SendMessage", id, target.id());
                case "AWS::SNS::Topic" ->
                    Grants.onResource(translation, "AWS::SNS::TopicPolicy", "Topics", id)
                            .allowFor("sns:Publish", id, target.id());
                case "AWS::StepFunctions::StateMachine" -> role.allow("states:StartExecution", id);
                case "AWS::KinesisFirehose::DeliveryStream" ->
                    role.allow("firehose:PutRecord", id) && role.allow("firehose:PutRecordBatch", id);
                default -> false;
            };
            if (!reached) {
                found.add(target + " may not reach " + id);
            }
        });
        return found;
    }

    static List<String> everyTargetMayLeaveDeadLetters(Translation translation) {
        return ofRules(translation)
                .flatMap(target -> deadLetters(translation, target).stream()
                        .filter(queue -> !queue(translation, queue).allowFor("sqs:SendMessage", queue, target.id()))
                        .map(queue -> target + " may leave nothing in " + queue))
                .toList();
    }

    private static Grants queue(Translation translation, String id) {
        return Grants.onResource(translation, "AWS::SQS::QueuePolicy", "Queues", id);
    }

    /// A schedule is named by its logical id otherwise, and two stages of an account clash.
    static List<String> everyScheduleHasTheNameOfItsStage(Translation translation) {
        return translation.all("AWS::Scheduler::Schedule").entrySet().stream()
                .filter(schedule -> !schedule.getValue()
                        .at("/Properties/Name")
                        .asText()
                        .startsWith("encargo-" + translation.parameter("Stage")))
                .map(schedule -> schedule.getKey() + " is not named for its stage")
                .toList();
    }

    /// A schedule that calls a service itself hands over a request; one that is not JSON fails in the night. Asked
    /// twice
    /// by Scheduler, the service must know the request by its token.
    static List<String> everyScheduledRequestIsJsonWithAToken(Translation translation) {
        return translation.all("AWS::Scheduler::Schedule").entrySet().stream()
                .filter(schedule ->
                        text(schedule.getValue().at("/Properties/Target/Arn")).contains(":aws-sdk:"))
                .filter(schedule -> !isRequestWithToken(text(schedule.getValue().at("/Properties/Target/Input"))))
                .map(schedule -> schedule.getKey() + " sends no JSON with a token of its time")
                .toList();
    }

    private static boolean isRequestWithToken(String text) {
        try {
            JsonNode request = Schemas.JSON.readTree(text);
            return Stream.of("ClientRequestToken", "ClientToken")
                    .map(name -> request.path(name).asText())
                    .anyMatch(token -> token.endsWith("<aws.scheduler.scheduled-time>"));
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private static String text(JsonNode node) {
        return node.path("Fn::Sub").asText(node.asText());
    }

    static List<String> everyReadQueueIsRedriven(Translation translation) {
        return readers(translation)
                .filter(reader ->
                        reader.queue().at("/RedrivePolicy/maxReceiveCount").asInt() != RECEIVES
                                || translation
                                        .target(reader.queue().at("/RedrivePolicy/deadLetterTargetArn"), QUEUE)
                                        .isEmpty())
                .map(reader -> reader.id() + " is not redriven after " + RECEIVES + " receives")
                .toList();
    }

    static List<String> everyReadQueueHidesLongEnough(Translation translation) {
        return readers(translation)
                .filter(reader -> reader.queue().path("VisibilityTimeout").asInt()
                        < VISIBILITY_FACTOR * reader.function().path("Timeout").asInt())
                .map(reader -> reader.id() + " hides a message for less than " + VISIBILITY_FACTOR
                        + " times its function's timeout")
                .toList();
    }

    static List<String> everyReaderRepeatsOnlyWhatFailed(Translation translation) {
        return readers(translation)
                .filter(reader -> !Grants.items(reader.mapping().path("FunctionResponseTypes"))
                        .anyMatch(type -> type.asText().equals("ReportBatchItemFailures")))
                .map(reader -> "a whole batch of " + reader.id() + " is repeated when one message fails")
                .toList();
    }

    /// A queue that a function reads; `id` is the queue's.
    private record Reader(String id, JsonNode queue, JsonNode function, JsonNode mapping) {}

    private static Stream<Reader> readers(Translation translation) {
        return translation.all("AWS::Lambda::EventSourceMapping").values().stream()
                .map(mapping -> mapping.path("Properties"))
                .map(mapping -> {
                    String queue = translation
                            .target(mapping.path("EventSourceArn"), QUEUE)
                            .orElseThrow();
                    JsonNode function =
                            translation.functionOf(mapping.path("FunctionName")).orElseThrow();
                    return new Reader(queue, translation.properties(queue), function, mapping);
                });
    }
}
