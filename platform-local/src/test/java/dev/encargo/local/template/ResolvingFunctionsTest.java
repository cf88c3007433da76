package dev.encargo.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvingFunctionsTest {

    @TempDir
    Path folder;

    Sample sample;

    @BeforeEach
    void begin() {
        sample = Sample.in(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "!Ref Messages; http://127.0.0.1:8123/_queues/messages",
                "!GetAtt Messages.Arn; arn:aws:sqs:eu-west-1:000000000000:messages",
                "{\"Fn::GetAtt\": [Messages, QueueName]}; messages",
                "!GetAtt Things.Arn; arn:aws:s3:::encargo-things",
                "!Ref AWS::Region; eu-west-1",
                "!Ref AWS::StackName; encargo",
                "!Sub ${AWS::AccountId}/${Messages.Arn}; 000000000000/arn:aws:sqs:eu-west-1:000000000000:messages",
                "!Sub [\"${what} on ${Messages}\", {what: !Ref AWS::Partition}]; aws on http://127.0.0.1:8123/_queues/messages",
                "!Sub ${!Literal}; ${Literal}",
                "!Join [\"-\", [a, !Ref AWS::Region, c]]; a-eu-west-1-c",
                "!Select [1, [a, b, c]]; b",
                "!Select [2, !Split [\",\", \"x,y,z\"]]; z",
                "!Select [0, !GetAZs \"\"]; eu-west-1a",
                "!Base64 abc; YWJj",
                "{\"Fn::Join\": [\"\", [\"{{resolve:ssm:/a\", \"}}\"]]}; {{resolve:ssm:/a}}",
            })
    void gives_the_value_that_aws_would_with_local_names(String expression, String value) {
        assertThat(sample.value("", expression)).isEqualTo(value);
    }

    @Nested
    class with_parameters_mappings_and_conditions {

        static final String SECTIONS = """
                Parameters:
                  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
                  Limit: {Type: Number, Default: 900, MinValue: 1}
                  Zones: {Type: CommaDelimitedList, Default: "a, b"}
                Mappings:
                  Sizes:
                    dev: {small: one}
                    prod: {small: two}
                Conditions:
                  Production: !Equals [!Ref Stage, prod]
                  Development: !Not [!Condition Production]
                  Both: !And [!Condition Production, !Condition Development]
                  Either: !Or [!Condition Production, !Condition Development]
                """;

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "!Ref Stage; dev",
                    "!Ref Limit; 900",
                    "!Select [1, !Ref Zones]; b",
                    "!FindInMap [Sizes, !Ref Stage, small]; one",
                    "!If [Production, big, little]; little",
                    "!If [Development, !Sub \"${Stage}!\", no]; dev!",
                    "!If [Both, yes, no]; no",
                    "!If [Either, sure, never]; sure",
                    "!Join [\"\", [a, !If [Production, b, !Ref AWS::NoValue], c]]; ac",
                })
        void uses_the_defaults(String expression, String value) {
            assertThat(sample.value(SECTIONS, expression)).isEqualTo(value);
        }

        @Test
        void a_given_value_outranks_the_default() {
            assertThat(sample.with("Stage", "prod").value(SECTIONS, "!FindInMap [Sizes, !Ref Stage, small]"))
                    .isEqualTo("two");
        }

        @Test
        void a_value_that_is_not_allowed_is_refused_at_the_parameter() {
            assertThat(sample.with("Stage", "test").refusal(Sample.setting(SECTIONS, "x")))
                    .isEqualTo("2: The parameter Stage may not be \"test\"");
            assertThat(sample.with("Limit", "0").refusal(Sample.setting(SECTIONS, "x")))
                    .isEqualTo("3: The parameter Limit may not be \"0\"");
        }

        @Test
        void a_value_for_no_parameter_is_refused() {
            assertThat(sample.with("Sage", "dev").refusal(Sample.setting(SECTIONS, "x")))
                    .isEqualTo("1: There is no parameter Sage");
        }

        @Test
        void a_resource_whose_condition_does_not_hold_is_not_created() {
            String template =
                    Sample.setting(SECTIONS, "x").replace("  Messages:\n", "  Messages:\n    Condition: Production\n");
            assertThat(sample.read(template).queues()).isEmpty();
            assertThat(sample.with("Stage", "prod").read(template).queues()).containsOnlyKeys("Messages");
        }

        @Test
        void referring_to_what_is_not_created_is_refused() {
            String template = Sample.setting(SECTIONS, "!Ref Messages")
                    .replace("  Messages:\n", "  Messages:\n    Condition: Production\n");
            assertThat(sample.refusal(template)).isEqualTo("20: Messages is not created");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "!Ref Nobody; There is no resource or parameter Nobody",
                "!GetAtt Nobody.Arn; There is no resource or parameter Nobody",
                "!GetAtt Messages.Size; Messages has no attribute Size",
                "!Sub ${Nobody}; There is no resource or parameter Nobody",
                "!Ref Messages.Alias; Messages.Alias does not exist",
                "!ImportValue other; Fn::ImportValue reads another stack",
                "!Cidr [a, 1, 2]; Fn::Cidr cannot stand here",
                "!If [Nothing, a, b]; There is no condition Nothing",
                "!Select [7, [a]]; Fn::Select asks for item 7",
                "!FindInMap [A, b, c]; Mappings holds no A / b / c",
                "!Join [a]; Fn::Join takes two arguments",
            })
    void what_cannot_be_resolved_is_refused_at_its_line(String expression, String what) {
        assertThat(sample.refusals(Sample.setting("", expression))).anySatisfy(refusal -> {
            assertThat(refusal.what().toString()).isEqualTo(what);
            assertThat(refusal.at().line()).isEqualTo(7);
            assertThat(refusal.at().file()).endsWith("template.yaml");
            assertThat(refusal.remedy().toString()).isNotBlank();
        });
    }

    @Test
    void conditions_in_a_circle_are_refused() {
        String sections = "Conditions:\n  A: !Condition B\n  B: !Condition A\n";
        assertThat(sample.refusals(Sample.setting(sections, "!If [A, x, y]")))
                .anySatisfy(refusal -> assertThat(refusal.what().toString()).endsWith("depends on itself"));
    }

    @Test
    void names_in_a_circle_are_refused() {
        assertThat(sample.refusals("""
                Resources:
                  A: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt B.QueueName}}
                  B: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt A.QueueName}}
                """))
                .anySatisfy(refusal -> assertThat(refusal.what().toString()).endsWith("depends on itself"));
    }

    @Nested
    class included_files {

        static final String API = """
                Resources:
                  Api:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: dev
                      DefinitionBody:
                        Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/api.yaml}}
                """;

        @Test
        void have_their_long_functions_resolved_and_keep_their_own_lines() {
            sample.file(
                    "parts/api.yaml",
                    "openapi: 3.0.3\ninfo:\n  title: {\"Fn::Sub\": \"on ${AWS::Region}\"}\npaths: {}\n");
            var api = sample.read(API).apis().get("Api");
            assertThat(api.document().at("/info/title").asText()).isEqualTo("on eu-west-1");
            assertThat(api.positionOf("info", "title").line()).isEqualTo(3);
            assertThat(api.positionOf("info", "title").file()).endsWith("parts/api.yaml");
        }

        @Test
        void may_not_use_short_forms() {
            sample.file("parts/api.yaml", "openapi: 3.0.3\ninfo:\n  title: !Ref AWS::Region\npaths: {}\n");
            assertThat(sample.refusal(API)).isEqualTo("3: The short form !Ref is used in an included file");
        }

        @Test
        void must_exist() {
            assertThat(sample.refusals(API)).anySatisfy(refusal -> {
                assertThat(refusal.what().toString()).endsWith("parts/api.yaml does not exist");
                assertThat(refusal.at().line()).isEqualTo(7);
            });
        }
    }
}
