package dev.encargo.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusingTemplatesTest {

    @TempDir
    Path folder;

    Sample sample;

    @BeforeEach
    void begin() {
        sample = Sample.in(folder);
    }

    @Nested
    class what_the_host_does_not_know {

        @Test
        void an_unknown_property_of_a_known_type_and_the_name_that_was_meant() {
            String template = """
                    Resources:
                      Messages:
                        Type: AWS::SQS::Queue
                        Properties:
                          VisibilityTimout: 60
                    """;
            assertThat(sample.refusal(template))
                    .isEqualTo("5: Messages: the local host does not know VisibilityTimout of AWS::SQS::Queue");
            assertThat(sample.refusals(template).getFirst().remedy().toString())
                    .startsWith("Did you mean VisibilityTimeout?");
        }

        @Test
        void an_unknown_property_deep_inside() {
            assertThat(sample.refusal("""
                    Resources:
                      Messages:
                        Type: AWS::SQS::Queue
                        Properties:
                          RedrivePolicy:
                            deadLetterTargetArn: !GetAtt Dead.Arn
                            maxReceiveCount: 5
                            minReceiveCount: 2
                      Dead: {Type: AWS::SQS::Queue}
                    """))
                    .startsWith("8: Messages: the local host does not know RedrivePolicy.minReceiveCount");
        }

        @Test
        void an_unknown_property_in_globals() {
            assertThat(sample.refusal("""
                    Globals:
                      Function:
                        Timeout: 3
                        FileSystemConfigs: []
                    Resources: {}
                    """))
                    .startsWith("4: Globals.Function: the local host does not know FileSystemConfigs");
        }

        @Test
        void a_mistake_in_globals_once_and_one_of_a_function_by_its_name() {
            assertThat(sample.refusals("""
                            Globals:
                              Function:
                                Timeout: 5000
                                Environment:
                                  Variables:
                                    STAGE: [a, b]
                            Resources:
                              A: {Type: AWS::Serverless::Function, Properties: {Handler: "a.A::a"}}
                              B: {Type: AWS::Serverless::Function, Properties: {Handler: "b.B::b"}}
                              C:
                                Type: AWS::Serverless::Function
                                Properties:
                                  Handler: c.C::c
                                  Timeout: 6000
                            """))
                    .extracting(refusal -> refusal.at().line() + ": " + refusal.what())
                    .containsExactly(
                            "3: Timeout of Globals.Function may not be 5000",
                            "6: STAGE of Variables of Environment of Globals.Function is a single value",
                            "14: Timeout of C may not be 6000");
        }

        @Test
        void a_destination_in_globals_that_does_not_exist_once() {
            assertThat(sample.refusal("""
                    Globals:
                      Function:
                        EventInvokeConfig:
                          DestinationConfig:
                            OnFailure: {Type: SQS, Destination: "arn:aws:sqs:eu-west-1:000000000000:nowhere"}
                    Resources:
                      A: {Type: AWS::Serverless::Function, Properties: {Handler: "a.A::a"}}
                      B: {Type: AWS::Serverless::Function, Properties: {Handler: "b.B::b"}}
                    """))
                    .isEqualTo("5: The destination arn:aws:sqs:eu-west-1:000000000000:nowhere does not exist");
        }

        @Test
        void an_unknown_section() {
            assertThat(sample.refusal("Resources: {}\nHooks: {A: {}}\n"))
                    .isEqualTo("2: The template: the local host does not know Hooks of section");
        }

        @Test
        void a_type_that_would_change_behaviour_silently() {
            assertThat(sample.refusal("""
                    Resources:
                      Pipe:
                        Type: AWS::Pipes::Pipe
                    """)).isEqualTo("3: AWS::Pipes::Pipe is not supported");
        }

        @Test
        void an_event_of_a_function_that_nothing_would_deliver() {
            assertThat(sample.refusals(FUNCTION + """
                          Events:
                            Changes:
                              Type: DynamoDB
                    """.indent(0))).anySatisfy(refusal -> {
                assertThat(refusal.at().line()).isEqualTo(11);
                assertThat(refusal.what().toString()).isEqualTo("An event of type DynamoDB is not supported");
            });
        }

        @Test
        void governance_is_ignored_with_its_reason() {
            assertThat(sample.read("Resources: {Trail: {Type: AWS::CloudTrail::Trail}}\n")
                            .queues())
                    .isEmpty();
        }
    }

    static final String FUNCTION = """
            Resources:
              Greet:
                Type: AWS::Serverless::Function
                Properties:
                  PackageType: Image
                  ImageUri: x
                  Timeout: 40
                  ImageConfig:
                    Command: ["dev.example.Greet::handleRequest"]
            """;

    @Nested
    class what_aws_would_refuse {

        @Test
        void yaml_that_cannot_be_read() {
            assertThat(sample.refusal("Resources:\n  A: [\n")).contains("This is not valid YAML");
        }

        @Test
        void a_name_that_occurs_twice() {
            assertThat(sample.refusal("""
                    Resources:
                      A: {Type: AWS::SQS::Queue}
                      A: {Type: AWS::SQS::Queue}
                    """)).isEqualTo("3: The name A occurs twice");
        }

        @Test
        void a_number_out_of_its_range() {
            assertThat(sample.refusal("""
                    Resources:
                      A:
                        Type: AWS::SQS::Queue
                        Properties:
                          DelaySeconds: 901
                    """)).isEqualTo("5: DelaySeconds of A may not be 901");
        }

        @Test
        void dead_letters_without_a_queue() {
            assertThat(sample.refusal("""
                    Resources:
                      A:
                        Type: AWS::SQS::Queue
                        Properties:
                          RedrivePolicy: {deadLetterTargetArn: "arn:aws:sqs:eu-west-1:000000000000:gone", maxReceiveCount: 2}
                    """)).isEqualTo("5: The dead letters of A have no queue");
        }

        @Test
        void two_queues_of_one_name() {
            assertThat(sample.refusal("""
                    Resources:
                      A: {Type: AWS::SQS::Queue, Properties: {QueueName: x}}
                      B: {Type: AWS::SQS::Queue, Properties: {QueueName: x}}
                    """)).isEqualTo("3: B has the name of A, x");
        }

        @Test
        void depending_on_nothing() {
            assertThat(sample.refusal("Resources:\n  A:\n    Type: AWS::SQS::Queue\n    DependsOn: B\n"))
                    .isEqualTo("4: A depends on B, which does not exist");
        }

        @Test
        void a_queue_that_hides_messages_shorter_than_its_function_may_run() {
            assertThat(sample.refusal(FUNCTION + """
                          Events:
                            Letters:
                              Type: SQS
                              Properties: {Queue: !GetAtt Letters.Arn}
                      Letters: {Type: AWS::SQS::Queue}
                    """))
                    .isEqualTo("11: Letters hides a message for 30 s, but Greet may run 40 s");
        }

        @Test
        void a_role_that_may_not_read_the_queue() {
            assertThat(sample.refusals(
                            FUNCTION.replace("      Timeout: 40\n", "      Role: !GetAtt GreetRole.Arn\n") + """
                          Events:
                            Letters:
                              Type: SQS
                              Properties: {Queue: !GetAtt Letters.Arn}
                      Letters: {Type: AWS::SQS::Queue}
                      GreetRole:
                        Type: AWS::IAM::Role
                        Properties:
                          AssumeRolePolicyDocument:
                            Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
                          Policies:
                            - PolicyName: read
                              PolicyDocument:
                                Statement: [{Effect: Allow, Action: "sqs:Rec*", Resource: !GetAtt Letters.Arn}]
                    """))
                    .extracting(refusal -> refusal.what().toString())
                    .containsExactly(
                            "The role GreetRole does not allow sqs:DeleteMessage",
                            "The role GreetRole does not allow sqs:GetQueueAttributes");
        }

        @Test
        void a_function_without_a_handler() {
            assertThat(sample.refusal("Resources: {F: {Type: AWS::Serverless::Function}}\n"))
                    .isEqualTo("1: The function names no handler class");
        }

        @Test
        void keys_of_a_table_that_are_not_defined() {
            assertThat(sample.refusal("""
                    Resources:
                      T:
                        Type: AWS::DynamoDB::Table
                        Properties:
                          AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                          KeySchema: [{AttributeName: id, KeyType: HASH}]
                    """)).isEqualTo("5: AttributeDefinitions names [pk]");
        }
    }

    @Nested
    class rules {

        static final String RULE = """
                Resources:
                  Letters: {Type: AWS::SQS::Queue, Properties: {QueueName: letters}}
                  May:
                    Type: AWS::SQS::QueuePolicy
                    Properties:
                      Queues: [!Ref Letters]
                      PolicyDocument:
                        Statement:
                          - Effect: Allow
                            Principal: {Service: events.amazonaws.com}
                            Action: sqs:SendMessage
                            Resource: !GetAtt Letters.Arn
                            Condition: {ArnEquals: {aws:SourceArn: !GetAtt Hear.Arn}}
                  Hear:
                    Type: AWS::Events::Rule
                    Properties:
                      EventPattern: {source: [a]}
                      Targets:
                        - {Id: letters, Arn: !GetAtt Letters.Arn}
                """;

        @Test
        void that_may_deliver_are_fine() {
            assertThat(sample.read(RULE).rules().get("Hear").targets()).hasSize(1);
        }

        @Test
        void with_more_than_five_targets() {
            StringBuilder six = new StringBuilder(RULE);
            for (int i = 2; i <= 6; i++) {
                six.append("        - {Id: letters" + i + ", Arn: !GetAtt Letters.Arn}\n");
            }
            assertThat(sample.refusal(six.toString())).isEqualTo("24: Hear has 6 targets");
        }

        @Test
        void with_an_unknown_operator() {
            assertThat(sample.refusal(RULE.replace(
                            "EventPattern: {source: [a]}",
                            "EventPattern:\n        source:\n          - starts-with: a")))
                    .isEqualTo("19: There is no pattern operator starts-with");
        }

        @Test
        void with_a_value_that_is_no_list() {
            assertThat(sample.refusal(RULE.replace("{source: [a]}", "{source: a}")))
                    .isEqualTo("17: The value of source is not a list");
        }

        @Test
        void with_a_numeric_comparison_that_makes_no_sense() {
            assertThat(sample.refusal(RULE.replace("{source: [a]}", "{a: [{numeric: [\"<\", b]}]}")))
                    .isEqualTo("17: EventBridge refuses this pattern");
        }

        @Test
        void whose_target_is_gone() {
            assertThat(sample.refusal(RULE.replace(
                            "letters, Arn: !GetAtt Letters.Arn",
                            "letters, Arn: \"arn:aws:sqs:eu-west-1:000000000000:x\"")))
                    .isEqualTo("19: The target letters of Hear does not exist");
        }

        @Test
        void that_no_policy_lets_deliver() {
            assertThat(sample.refusal(RULE.replace("sqs:SendMessage", "sqs:ReceiveMessage")))
                    .isEqualTo("19: Hear may not deliver to letters");
            assertThat(sample.refusal(
                            RULE.replace("!GetAtt Hear.Arn", "\"arn:aws:events:eu-west-1:000000000000:rule/other\"")))
                    .isEqualTo("19: Hear may not deliver to letters");
        }

        @Test
        void on_a_bus_that_does_not_exist() {
            assertThat(sample.refusals(
                            RULE.replace("      EventPattern:", "      EventBusName: nowhere\n      EventPattern:")))
                    .anySatisfy(refusal -> assertThat(refusal.what().toString())
                            .isEqualTo("Hear listens on the bus nowhere, which does not exist"));
        }

        @Test
        void whose_template_uses_what_it_does_not_name() {
            assertThat(
                            sample.refusal(
                                    RULE.replace(
                                            "Arn: !GetAtt Letters.Arn}\n",
                                            "Arn: !GetAtt Letters.Arn, InputTransformer: {InputPathsMap: {a: $.a}, InputTemplate: \"<a> <b>\"}}\n")))
                    .isEqualTo("19: The input template of Hear uses <b>");
        }

        @Test
        void that_call_a_function_which_keeps_nothing_of_what_it_fails() {
            assertThat(sample.refusal("""
                    Resources:
                      Greet: {Type: AWS::Serverless::Function, Properties: {Handler: dev.example.Greet, Timeout: 3}}
                      Hear:
                        Type: AWS::Events::Rule
                        Properties:
                          EventPattern: {source: [a]}
                          Targets:
                            - {Id: greet, Arn: !GetAtt Greet.Arn}
                    """)).isEqualTo("8: Hear calls Greet, and what fails there would be lost");
        }

        @Test
        void whose_target_needs_a_role_and_names_none() {
            sample.file("w.json", "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}");
            assertThat(sample.refusal("""
                    Resources:
                      W: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: w.json}}
                      Hear:
                        Type: AWS::Events::Rule
                        Properties:
                          EventPattern: {source: [a]}
                          Targets:
                            - {Id: w, Arn: !Ref W}
                    """)).isEqualTo("8: The target w of Hear has no RoleArn");
        }
    }

    @Nested
    class workflows {

        static final String MACHINE = """
                Resources:
                  W:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionUri: w.json
                      DefinitionSubstitutions: {Limit: 9}
                """;

        @Test
        void are_substituted_before_they_are_parsed() {
            sample.file(
                    "w.json",
                    "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Wait\",\"Seconds\":${Limit},\"End\":true}}}");
            assertThat(sample.read(MACHINE)
                            .stateMachines()
                            .get("W")
                            .definition()
                            .at("/States/A/Seconds")
                            .asInt())
                    .isEqualTo(9);
        }

        @Test
        void that_are_no_state_machine_are_refused_at_their_line() {
            sample.file(
                    "w.json",
                    "{\"StartAt\":\"A\",\n\"States\":{\"A\":\n{\"Type\":\"Wait\",\"Seconds\":${Limit},\n\"Next\":\"Nowhere\"}}}");
            assertThat(sample.refusal(MACHINE)).isEqualTo("4: W is not a valid state machine");
        }

        @Test
        void with_a_placeholder_that_nobody_fills() {
            sample.file("w.json", "{\n\"A\": ${Limit},\n\"B\": ${Other}}");
            assertThat(sample.refusal(MACHINE)).isEqualTo("3: Nothing is given for ${Other}");
        }

        @Test
        void that_are_not_json() {
            sample.file("w.json", "{\n\"A\": ${Limit},\n}");
            assertThat(sample.refusal(MACHINE)).isEqualTo("3: The definition is not valid JSON");
        }

        @Test
        void that_call_what_does_not_exist() {
            sample.file("w.json", """
                    {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                     "Parameters": {"QueueUrl": "http://x/gone", "MessageBody": "x"}, "End": true}}}""");
            assertThat(sample.refusal(MACHINE)).isEqualTo("2: W calls http://x/gone, which does not exist");
        }
    }

    @Test
    void all_refusals_are_told_at_once_in_the_order_of_the_file() {
        assertThat(sample.refusals("""
                Resources:
                  A: {Type: AWS::SQS::Queue, Properties: {Colour: red}}
                  B: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Nobody}}
                  C: {Type: AWS::Unknown::Thing}
                """))
                .extracting(refusal -> refusal.at().line())
                .containsExactly(2, 3, 4);
    }

    @Nested
    class the_schemas_of_its_events {
        private static final String BUS = """
                Resources:
                  Bus:
                    Type: AWS::Events::EventBus
                    Properties: {Name: parcels}
                """;
        private static final String SCHEMA = """
                {
                  "$id": "urn:encargo:events:ParcelLeft:1",
                  "type": "object",
                  "properties": {
                    "source": {"const": "parcels"},
                    "type": {"const": "ParcelLeft"},
                    "dataschema": {"const": "urn:encargo:events:ParcelLeft:1"},
                    "data": {"type": "object", "required": ["name"]}
                  },
                  "required": ["data"]
                }
                """;

        @Test
        void a_bus_without_any() {
            assertThat(sample.refusal(BUS))
                    .startsWith("2: No event schema lies in ")
                    .endsWith("event-schemas");
            sample.file("event-schemas/ParcelLeft/1.json", SCHEMA);
            assertThat(sample.read(BUS).eventSchemas().files()).containsExactly("ParcelLeft/1.json");
        }

        @Test
        void all_that_are_none_each_with_its_file_line_and_reason() {
            sample.file("event-schemas/ParcelLeft/1.json", SCHEMA)
                    .file("event-schemas/ParcelLeft/2.json", SCHEMA)
                    .file("event-schemas/ParcelLost/1.json", "{\n  \"type\": object\n}")
                    .file("event-schemas/ParcelLeft/3.json", SCHEMA.replace("\"object\",\n", "\"thing\",\n"))
                    .file(
                            "event-schemas/ParcelLeft/4.json",
                            SCHEMA.replace(":1", ":4").replace("required", "requird"))
                    .file(
                            "event-schemas/ParcelLeft/5.json",
                            SCHEMA.replace(":1", ":5").replace("{\"const\": \"parcels\"}", "{}"))
                    .file("event-schemas/ParcelLeft/next.json", SCHEMA)
                    .file("event-schemas/ParcelLeft/6.json", "true");
            assertThat(sample.refusals(BUS))
                    .extracting(refusal -> refusal.at().file().replaceAll(".*event-schemas/", "") + ":"
                            + refusal.at().line() + " " + refusal.what() + ": " + refusal.why())
                    .satisfiesExactly(
                            version -> assertThat(version)
                                    .startsWith(
                                            "ParcelLeft/2.json:2 This is no schema of ParcelLeft, version 2: /$id is "),
                            type -> assertThat(type)
                                    .startsWith("ParcelLeft/3.json:3 ")
                                    .contains("enumeration"),
                            keyword -> assertThat(keyword)
                                    .startsWith("ParcelLeft/4.json:")
                                    .contains("requird"),
                            source -> assertThat(source)
                                    .startsWith("ParcelLeft/5.json:5 ")
                                    .endsWith("it does not say who publishes the event"),
                            anything -> assertThat(anything).startsWith("ParcelLeft/6.json:1 "),
                            name -> assertThat(name)
                                    .startsWith("ParcelLeft/next.json:1 The name ParcelLeft/next.json says no event"),
                            json -> assertThat(json)
                                    .startsWith("ParcelLost/1.json:2 The schema is not valid JSON: ")
                                    .contains("object"));
        }
    }
}
