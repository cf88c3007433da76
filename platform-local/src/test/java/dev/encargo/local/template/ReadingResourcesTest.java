package dev.encargo.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.template.model.AsyncInvocation;
import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.RetryPolicy;
import dev.encargo.local.template.model.ScheduleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StreamResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingResourcesTest {

    @TempDir
    Path folder;

    Sample sample;

    @BeforeEach
    void begin() {
        sample = Sample.in(folder);
    }

    @Test
    void a_queue_that_says_nothing_is_as_sqs_makes_it() {
        QueueResource queue = sample.read("Resources: {A: {Type: AWS::SQS::Queue}}\n")
                .queues()
                .get("A");
        assertThat(queue.name()).isEqualTo("encargo-A");
        assertThat(queue.visibility()).isEqualTo(Duration.ofSeconds(30));
        assertThat(queue.retention()).isEqualTo(Duration.ofDays(4));
        assertThat(queue.maximumMessageBytes()).isEqualTo(1_048_576);
        assertThat(queue.redrive()).isEmpty();
        assertThat(queue.at().line()).isEqualTo(1);
    }

    @Test
    void a_function_joins_what_all_have_and_what_it_has() {
        FunctionResource function = sample.read("""
                Globals:
                  Function:
                    Timeout: 7
                    Environment: {Variables: {ALL: a, BOTH: all}}
                Resources:
                  Greet:
                    Type: AWS::Serverless::Function
                    Properties:
                      ImageConfig: {Command: ["dev.example.Greet::handle"]}
                      Environment: {Variables: {OWN: o, BOTH: own}}
                      ReservedConcurrentExecutions: 3
                """).functions().get("Greet");
        assertThat(function.handlerClass()).isEqualTo("dev.example.Greet");
        assertThat(function.handlerMethod()).isEqualTo("handle");
        assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(function.environment())
                .containsOnly(Map.entry("ALL", "a"), Map.entry("BOTH", "own"), Map.entry("OWN", "o"));
        assertThat(function.reservedConcurrency()).isEqualTo(OptionalInt.of(3));
        assertThat(function.async()).isEqualTo(AsyncInvocation.UNDECLARED);
        assertThat(function.aliasArn()).isEmpty();
    }

    @Test
    void queues_and_schedules_of_a_function_are_as_declared() {
        Stack stack = sample.read("""
                Resources:
                  Greet:
                    Type: AWS::Serverless::Function
                    Properties:
                      AutoPublishAlias: live
                      ImageConfig: {Command: ["dev.example.Greet::handleRequest"]}
                      EventInvokeConfig:
                        MaximumRetryAttempts: 1
                        DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Letters.Arn}}
                      Events:
                        Letters:
                          Type: SQS
                          Properties:
                            Queue: !GetAtt Letters.Arn
                            BatchSize: 5
                            MaximumBatchingWindowInSeconds: 1
                            FunctionResponseTypes: [ReportBatchItemFailures]
                            ScalingConfig: {MaximumConcurrency: 4}
                        Often:
                          Type: ScheduleV2
                          Properties: {ScheduleExpression: rate(1 minute), ScheduleExpressionTimezone: Europe/Madrid}
                  Letters: {Type: AWS::SQS::Queue}
                  Also:
                    Type: AWS::Lambda::EventSourceMapping
                    Properties: {EventSourceArn: !GetAtt More.Arn, FunctionName: !Ref Greet, Enabled: false}
                  More: {Type: AWS::SQS::Queue}
                """);
        FunctionResource greet = stack.functions().get("Greet");
        EventSourceMapping letters = greet.eventSources().getFirst();
        assertThat(letters.batchSize()).isEqualTo(5);
        assertThat(letters.window()).isEqualTo(Duration.ofSeconds(1));
        assertThat(letters.partialFailures()).isTrue();
        assertThat(letters.maximumConcurrency()).isEqualTo(OptionalInt.of(4));
        assertThat(stack.queueByArn(letters.queueArn()))
                .get()
                .extracting(QueueResource::id)
                .isEqualTo("Letters");
        EventSourceMapping also = greet.eventSources().getLast();
        assertThat(also.functionId()).isEqualTo("Greet");
        assertThat(also.enabled()).isFalse();
        assertThat(also.partialFailures()).isFalse();
        assertThat(greet.async().maximumRetries()).isEqualTo(1);
        assertThat(greet.async().onFailureArn().flatMap(stack::queueByArn)).isPresent();
        ScheduleResource often = greet.schedules().getFirst();
        assertThat(often.zone()).isEqualTo("Europe/Madrid");
        assertThat(often.enabled()).isTrue();
        assertThat(stack.functionByArn(often.targetArn())).contains(greet);
        assertThat(stack.allSchedules()).containsExactly(often);
    }

    @Test
    void a_scheduled_rule_and_its_targets_have_aws_defaults() {
        Stack stack = sample.read("""
                Resources:
                  Greet:
                    Type: AWS::Serverless::Function
                    Properties: {ImageConfig: {Command: [dev.example.Greet]}}
                  Nightly:
                    Type: AWS::Events::Rule
                    Properties:
                      ScheduleExpression: cron(0 3 * * ? *)
                      State: DISABLED
                      Targets: [{Id: greet, Arn: !GetAtt Greet.Arn, Input: '{"a": 1}'}]
                """);
        var rule = stack.rules().get("Nightly");
        assertThat(rule.enabled()).isFalse();
        assertThat(rule.bus()).isEqualTo("default");
        assertThat(rule.scheduleExpression()).contains("cron(0 3 * * ? *)");
        assertThat(rule.targets().getFirst().retry()).isEqualTo(RetryPolicy.UNDECLARED);
        assertThat(rule.targets().getFirst().input()).contains("{\"a\": 1}");
        assertThat(stack.functions().get("Greet").handlerMethod()).isEqualTo("handleRequest");
    }

    @Test
    void a_topic_knows_its_subscribers() {
        Stack stack = sample.read("""
                Resources:
                  News: {Type: AWS::SNS::Topic, Properties: {TopicName: news}}
                  Reader:
                    Type: AWS::SNS::Subscription
                    Properties:
                      TopicArn: !Ref News
                      Protocol: https
                      Endpoint: https://partner.example.com/hook
                      RawMessageDelivery: true
                      FilterPolicy: {to: [SHIPPED]}
                """);
        assertThat(stack.topics().get("News").subscriptions()).singleElement().satisfies(reader -> {
            assertThat(reader.raw()).isTrue();
            assertThat(reader.filterPolicyJson()).contains("{\"to\":[\"SHIPPED\"]}");
        });
    }

    @Test
    void a_stream_lands_as_declared() {
        StreamResource lake = RealTemplateTest.STACK.streams().get("LakeStream");
        assertThat(lake.compression()).isEqualTo(StreamResource.Compression.GZIP);
        assertThat(lake.delimiter()).contains("\n");
        assertThat(lake.bufferInterval()).isEqualTo(Duration.ofSeconds(60));
        assertThat(lake.prefix()).isEqualTo("events/day=!{timestamp:yyyy-MM-dd}/");
        assertThat(RealTemplateTest.STACK.bucketByArn(lake.bucketArn())).isPresent();
    }

    @Test
    void secrets_are_generated_and_settings_have_values() {
        assertThat(RealTemplateTest.STACK.secrets().get("PaymentWebhookSecret")).satisfies(secret -> {
            assertThat(secret.name()).isEqualTo("encargo/dev/payment-webhook");
            assertThat(secret.value()).isEmpty();
            assertThat(secret.generated())
                    .get()
                    .satisfies(made -> assertThat(made.length()).isEqualTo(48));
        });
        assertThat(RealTemplateTest.STACK.parameters().values()).anySatisfy(setting -> {
            assertThat(setting.name()).isEqualTo("/encargo/dev/tax-rate");
            assertThat(setting.value()).isEqualTo("0.21");
        });
    }

    @Test
    void the_table_has_a_sparse_index_of_pending_effects() {
        var table = RealTemplateTest.STACK.tables().get("DocumentsTable");
        assertThat(table.keys().sort()).isEqualTo(Optional.of("sk"));
        assertThat(table.indexes()).anySatisfy(index -> {
            assertThat(index.name()).isEqualTo("pending");
            assertThat(index.projection()).isEqualTo("KEYS_ONLY");
        });
    }

    @Test
    void roles_allow_what_they_list_and_nothing_else() {
        Stack stack = RealTemplateTest.STACK;
        var role = stack.roles().get("ReadOrderRole");
        String table = stack.tables().get("DocumentsTable").arn();
        assertThat(role.trustedServices()).containsExactly("lambda.amazonaws.com");
        assertThat(role.allows("dynamodb:GetItem", table)).isTrue();
        assertThat(role.allows("dynamodb:Query", table + "/index/index1")).isTrue();
        assertThat(role.allows("dynamodb:PutItem", table)).isFalse();
        assertThat(role.allows("dynamodb:GetItem", table + "-other")).isFalse();
    }
}
