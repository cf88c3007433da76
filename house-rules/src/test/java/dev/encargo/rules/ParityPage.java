package dev.encargo.rules;

import dev.encargo.local.template.Parity;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.parity.ParityEntry;
import dev.encargo.local.template.parity.ParityReport;
import dev.encargo.local.template.parity.Treatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `docs/reference/parity.md`: which port and which resource was seen to work where, and by which test.
final class ParityPage {

    static final Path FILE = Sources.ROOT.resolve("docs/reference/parity.md");
    private static final String NOT_VERIFIED = "not verified";
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String LOCAL = "platform-local";
    private static final String ON_AWS = "platform-aws";

    /// What the local host does with a type, beyond reading it.
    static final Map<String, Set<String>> SEEN_LOCALLY = Map.ofEntries(
            Map.entry("AWS::Serverless::Api", tests("RestApiTest", "RequestValidationTest", "EncargoApiTest")),
            Map.entry("AWS::Serverless::Function", tests("DeliveringTest", "RunningTasksTest", "EncargoApiTest")),
            Map.entry("AWS::Serverless::StateMachine", tests("ExecutingTest", "RunningTasksTest", "ChoosingTest")),
            Map.entry("AWS::Events::EventBus", tests("DeliveringTest")),
            Map.entry("AWS::Events::Rule", tests("DeliveringTest", "ApplicationRulesTest", "TargetInputTest")),
            Map.entry("AWS::SQS::Queue", tests("MessageQueueTest", "DeliveringTest")),
            Map.entry("AWS::SNS::Topic", tests("DeliveringTest")),
            Map.entry("AWS::KinesisFirehose::DeliveryStream", tests("DeliveringTest")),
            Map.entry("AWS::S3::Bucket", tests("PortsTest", "SignedLinksTest")),
            Map.entry(TABLE, tests("LocalDocumentsTest", "IndexLagTest")),
            Map.entry("AWS::SSM::Parameter", tests("PortsTest")),
            Map.entry("AWS::SecretsManager::Secret", tests("PortsTest")),
            Map.entry("AWS::IAM::Role", tests("RefusingTemplatesTest", "ReadingResourcesTest")),
            Map.entry("AWS::IAM::ManagedPolicy", tests("ReadingResourcesTest")),
            Map.entry("AWS::SQS::QueuePolicy", tests("RefusingTemplatesTest")),
            Map.entry("AWS::SNS::TopicPolicy", tests("RefusingTemplatesTest")));

    /// The port by which functions meet a type; what no port meets, moto has not been asked for.
    private static final Map<String, String> MET_BY = Map.of(
            "AWS::Events::EventBus",
            "EventBus",
            "AWS::SQS::Queue",
            "RequestQueue",
            "AWS::Serverless::StateMachine",
            "Workflows",
            "AWS::S3::Bucket",
            "FileStore",
            TABLE,
            "Documents",
            "AWS::SSM::Parameter",
            "Settings",
            "AWS::SecretsManager::Secret",
            "Secrets",
            "AWS::SES::ConfigurationSet",
            "Mail",
            "AWS::SES::EmailIdentity",
            "Mail");

    /// What SAM makes of the types of the template.
    private static final Set<String> MADE_BY_SAM = Set.of(
            "AWS::ApiGateway::Deployment",
            "AWS::ApiGateway::RestApi",
            "AWS::ApiGateway::Stage",
            "AWS::Lambda::Alias",
            "AWS::Lambda::EventInvokeConfig",
            "AWS::Lambda::EventSourceMapping",
            "AWS::Lambda::Version");

    private final PortSuites suites;
    private final Map<String, Set<String>> onAws;

    ParityPage(PortSuites suites) {
        this.suites = suites;
        this.onAws = suites.of(ON_AWS);
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of(
                "# What was seen to work where",
                "",
                "Written by `ParityPageTest` of `house-rules`, which compares it with the sources. A name is that of the test; *not verified* says that nobody",
                "has seen it. **Nothing was run on AWS yet.** What can be known of the template without an account, `ForeignToolsTest`,",
                "`DeliveryTest`, `DeployedFunctionsTest`, `DeployedStackTest` and `ExposureTest` hold for every stage. moto plays AWS as a service that functions",
                "call, not as one that deploys, and asks for no permission; documents are also kept in MongoDB, played by mongo-java-server. What the local host does with every single",
                "property: `./encargo parity`.",
                "",
                "## Ports",
                "",
                "| port | local host | its adapter on moto | AWS |",
                "|---|---|---|---|"));
        Map<String, Set<String>> local = suites.of(LOCAL);
        suites.ports().forEach(port -> lines.add(row(port, tests(local, port), tests(onAws, port))));
        lines.addAll(List.of(
                "",
                "## Resources of the template",
                "",
                "| type | local host: parts | local host: verified by | moto | AWS |",
                "|---|---|---|---|---|"));
        byType().forEach((type, entries) ->
                lines.add(row("`" + type + "`", parts(entries), seenLocally(type, entries), seenOnMoto(type))));
        lines.addAll(List.of(
                "",
                "## Resources of the stacks beside it",
                "",
                "Made where a parameter asks for them; the local host does not read them.",
                "",
                "| type | local host | moto | AWS |",
                "|---|---|---|---|"));
        beside().forEach(type -> lines.add(row("`" + type + "`", "none", NOT_VERIFIED)));
        return String.join("\n", lines) + "\n";
    }

    /// AWS is always the last column.
    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " | " + NOT_VERIFIED + " |";
    }

    private static Set<String> tests(String... names) {
        return new TreeSet<>(List.of(names));
    }

    private static String tests(Map<String, Set<String>> verified, String what) {
        Set<String> names = verified.getOrDefault(what, Set.of());
        return names.isEmpty()
                ? NOT_VERIFIED
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /// Documents are also kept elsewhere than in DynamoDB; those tests see no table.
    private String seenOnMoto(String type) {
        Set<String> names = onAws.getOrDefault(MET_BY.getOrDefault(type, ""), Set.of()).stream()
                .filter(name -> !type.equals(TABLE) || name.startsWith("Dynamo"))
                .collect(Collectors.toCollection(TreeSet::new));
        return tests(Map.of(type, names), type);
    }

    private static String seenLocally(String type, List<ParityEntry> entries) {
        if (entries.stream().noneMatch(entry -> entry.treatment() == Treatment.HONOURED)) {
            return entries.stream()
                    .map(entry -> String.valueOf(entry.reason()))
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
        return tests(SEEN_LOCALLY, type);
    }

    private static String parts(List<ParityEntry> entries) {
        return Arrays.stream(Treatment.values())
                .map(treatment -> Map.entry(
                        treatment,
                        entries.stream()
                                .filter(entry -> entry.treatment() == treatment)
                                .map(entry -> entry.property().replaceAll("\\[\\d+]", ""))
                                .distinct()
                                .count()))
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<ParityEntry>> byType() {
        ParityReport report = Parity.report(Infrastructure.FOLDER.resolve("template.yaml"), StackOptions.laptop(8080));
        return report.entries().stream()
                .filter(entry -> entry.type().startsWith("AWS::"))
                .filter(entry -> !entry.type().contains("#"))
                .filter(entry -> !entry.resource().startsWith("Globals."))
                .collect(Collectors.groupingBy(ParityEntry::type, TreeMap::new, Collectors.toList()));
    }

    private static Set<String> beside() {
        return Translation.ALL.stream()
                .flatMap(stage -> stage.resources().entrySet().stream())
                .filter(resource -> !Infrastructure.declares(resource.getKey()))
                .map(resource -> resource.getValue().path("Type").asText())
                .filter(type -> !MADE_BY_SAM.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
