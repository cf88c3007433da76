package dev.encargo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.aws.dynamo.Tables;
import dev.encargo.aws.emulator.Emulator;
import dev.encargo.aws.mongo.MongoServers;
import dev.encargo.aws.ports.Environment;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.event.EventMessage;
import dev.encargo.platform.relay.Relay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// What a crash left in a document is performed by the relay, in whichever store the document is.
class RelayingEffectsTest {
    private static final Instant DUE = Instant.parse("2026-01-01T00:00:00Z");
    private static final String WAIT = "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Succeed\"}}}";

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    @RegisterExtension
    static final MongoServers MONGO = new MongoServers();

    enum Store {
        DYNAMODB,
        MONGODB
    }

    private final Map<String, String> variables = new HashMap<>();
    private SqsClient sqs;
    private SfnClient machines;
    private String queue = "";
    private String machine = "";

    @BeforeEach
    void surroundings() {
        sqs = AWS.connection().client(SqsClient.builder());
        machines = AWS.connection().client(SfnClient.builder());
        queue = sqs.createQueue(request -> request.queueName(Emulator.fresh("alerts")))
                .queueUrl();
        machine = machines.createStateMachine(request -> request.name(Emulator.fresh("UndoOrder"))
                        .roleArn("arn:aws:iam::123456789012:role/workflow")
                        .definition(WAIT))
                .stateMachineArn();
        variables.putAll(Map.of(
                "AWS_REGION",
                "eu-west-1",
                "AWS_ACCESS_KEY_ID",
                "AKIATEST",
                "AWS_SECRET_ACCESS_KEY",
                Emulator.SECRET_KEY,
                "AWS_ENDPOINT_URL",
                AWS.address().toString(),
                "BUS_NAME",
                heardBus(),
                "QUEUE_ALERTS",
                queue,
                "WORKFLOW_UNDO_ORDER",
                machine));
    }

    /// A bus whose events come into the queue, too.
    private String heardBus() {
        EventBridgeClient events = AWS.connection().client(EventBridgeClient.builder());
        String bus = Emulator.fresh("bus");
        String arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        events.createEventBus(request -> request.name(bus));
        events.putRule(
                request -> request.name("all").eventBusName(bus).eventPattern("{\"source\":[\"encargo.orders\"]}"));
        events.putTargets(request -> request.rule("all")
                .eventBusName(bus)
                .targets(target -> target.id("heard").arn(arn)));
        return bus;
    }

    private Platform platform(Store store) {
        switch (store) {
            case DYNAMODB ->
                variables.put("TABLE_NAME", Tables.create(AWS.connection().client(DynamoDbClient.builder())));
            case MONGODB -> variables.put("MONGODB_URI", MONGO.database());
        }
        return new Assembly(new Environment(variables), _ -> {}).platform();
    }

    private static void left(Platform platform, String id, Instant due, Effect... effects) {
        platform.documents().insert("orders", new Draft(id, 1, "{}", List.of(effects), due, List.of(), "wri_" + id));
    }

    private static StoredDocument stored(Platform platform, String id) {
        return platform.documents().get("orders", id).orElseThrow();
    }

    private static Effect publish() {
        return new Effect.Publish(
                "e1", new EventMessage("evt_1", "encargo.orders", "OrderCreated", DUE, "ord_1", "{\"id\":\"evt_1\"}"));
    }

    private List<String> held() {
        return sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10)).messages().stream()
                .map(Message::body)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void the_relay_performs_every_kind_of_effect_in_its_order_and_clears_it(Store store) {
        Platform platform = platform(store);
        left(
                platform,
                "ord_1",
                DUE,
                publish(),
                new Effect.StartWorkflow("e2", "UndoOrder", "ord_1-undo", "{}"),
                new Effect.Send("e3", "alerts", "{\"n\":3}"),
                new Effect.Succeed("e4", "a-token-that-nobody-knows", "{}"));
        assertThat(new Relay(platform).run(Duration.ofSeconds(30))).isEqualTo(4);
        assertThat(stored(platform, "ord_1").pending()).isEmpty();
        assertThat(held()).hasSize(2).last().isEqualTo("{\"n\":3}");
        assertThat(machines.listExecutions(request -> request.stateMachineArn(machine))
                        .executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("ord_1-undo");
        assertThat(new Relay(platform).run(Duration.ofSeconds(30))).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void an_effect_that_is_refused_holds_back_no_other_document(Store store) {
        variables.put("QUEUE_NOWHERE", queue + "-that-does-not-exist");
        Platform platform = platform(store);
        left(platform, "ord_1", DUE, new Effect.Send("e1", "nowhere", "{}"));
        left(platform, "ord_2", DUE.plusSeconds(1), new Effect.Send("e2", "alerts", "{\"n\":2}"));
        assertThat(new Relay(platform).run(Duration.ofSeconds(30))).isEqualTo(1);
        assertThat(held()).containsExactly("{\"n\":2}");
        PendingEffect refused = stored(platform, "ord_1").pending().getFirst();
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(refused.error()).startsWith("queue is unavailable");
    }
}
