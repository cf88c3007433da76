package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.analytics.Lake;
import dev.encargo.analytics.Questions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The API, the workflows, the stream and the size of what is deployed. Each rule gives the sentences of its
/// violations.
final class StackRules {

    private static final int MOST_RESOURCES = 500;
    private static final int LEAST_MEGABYTES_OF_PARQUET = 64;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");
    private static final Set<String> IN_AN_ORDER = Set.of(
            "AWS::Lambda::Function",
            "AWS::SQS::Queue",
            "AWS::SNS::Topic",
            "AWS::Events::Rule",
            "AWS::StepFunctions::StateMachine");
    private static final Pattern ALIAS = Pattern.compile("functions/\\$\\{(\\w+)}/invocations$");

    private StackRules() {}

    static List<String> fewerThanFiveHundredResources(Translation translation) {
        int size = translation.resources().size();
        return size < MOST_RESOURCES ? List.of() : List.of(translation.stage() + " has " + size + " resources");
    }

    /// Without it API Gateway answers 500 to every call of that path.
    static List<String> everyOperationMayCallItsAlias(Translation translation) {
        List<String> found = new ArrayList<>();
        translation
                .all("AWS::ApiGateway::RestApi")
                .forEach((id, api) -> operations(api).forEach(operation -> {
                    JsonNode integration = operation.body().path("x-amazon-apigateway-integration");
                    if (!integration.path("type").asText().equals("mock") && !mayCall(translation, integration)) {
                        found.add(id + " may not call the function of " + operation.name());
                    }
                }));
        return found;
    }

    private static boolean mayCall(Translation translation, JsonNode integration) {
        Matcher alias = ALIAS.matcher(integration.at("/uri/Fn::Sub").asText());
        if (!alias.find() || !translation.all("AWS::Lambda::Alias").containsKey(alias.group(1))) {
            return false;
        }
        return Grants.ofRole(translation, integration.path("credentials"))
                .allow("lambda:InvokeFunction", alias.group(1));
    }

    private record Operation(String name, JsonNode body) {}

    private static Stream<Operation> operations(JsonNode api) {
        return api.at("/Properties/Body/paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(method.getKey() + " " + path.getKey(), method.getValue())));
    }

    static List<String> everyWorkflowIsLoggedWithoutDataAndTraced(Translation translation) {
        return translation.all("AWS::StepFunctions::StateMachine").entrySet().stream()
                .filter(machine -> {
                    JsonNode properties = machine.getValue().path("Properties");
                    JsonNode group = properties.at("/LoggingConfiguration/Destinations/0/CloudWatchLogsLogGroup");
                    return !properties.at("/TracingConfiguration/Enabled").asBoolean()
                            || properties
                                    .at("/LoggingConfiguration/IncludeExecutionData")
                                    .asBoolean(true)
                            || translation
                                    .target(group.path("LogGroupArn"), "AWS::Logs::LogGroup")
                                    .map(translation::properties)
                                    .filter(StackRules::isNamedForWorkflows)
                                    .isEmpty();
                })
                .map(machine -> machine.getKey() + " is not logged without its data, or not traced")
                .toList();
    }

    /// Under another name each group takes its part of the one policy of logs, whose size is limited.
    private static boolean isNamedForWorkflows(JsonNode group) {
        return group.path("LogGroupName").asText().startsWith("/aws/vendedlogs/states/");
    }

    /// The local host does not read the stacks beside the application's: what an order meets stands in the template.
    static List<String> noStackBesideTheApplicationTakesPartInAnOrder(Translation translation) {
        return translation.resources().entrySet().stream()
                .filter(resource ->
                        IN_AN_ORDER.contains(resource.getValue().path("Type").asText()))
                .map(Map.Entry::getKey)
                .filter(id -> !Infrastructure.declares(id))
                .map(id -> id + " takes part in orders, and the local host does not read it")
                .toList();
    }

    /// EventBridge puts nothing between two records.
    static List<String> everyStreamSetsALineBetweenRecords(Translation translation) {
        return streams(translation)
                .filter(stream -> !stream.destination()
                        .at("/ProcessingConfiguration/Processors")
                        .toString()
                        .contains("AppendDelimiterToRecord"))
                .map(stream -> stream.id() + " lets records run into one another")
                .toList();
    }

    static List<String> everyStreamThatWritesParquetWaitsForEnough(Translation translation) {
        return streams(translation)
                .filter(stream -> stream.destination()
                        .at("/DataFormatConversionConfiguration/Enabled")
                        .asBoolean())
                .filter(stream ->
                        stream.destination().at("/BufferingHints/SizeInMBs").asInt() < LEAST_MEGABYTES_OF_PARQUET
                                || !stream.destination()
                                        .path("CompressionFormat")
                                        .asText()
                                        .equals("UNCOMPRESSED"))
                .map(stream -> stream.id() + " is refused: Parquet wants a buffer of " + LEAST_MEGABYTES_OF_PARQUET
                        + " MB and no other compression")
                .toList();
    }

    /// Whoever asks the lake on AWS finds the columns that the questions of `analytics` name.
    static List<String> theTableOfEventsHasTheColumnsOfTheQuestions(Translation translation) {
        List<String> asked = columnsOfTheQuestions();
        return translation.all("AWS::Glue::Table").entrySet().stream()
                .filter(table -> table.getValue()
                        .at("/Properties/TableInput/Name")
                        .asText()
                        .equals("events"))
                .filter(table -> !names(table.getValue().at("/Properties/TableInput/StorageDescriptor/Columns"))
                        .equals(asked))
                .map(table -> table.getKey() + " has other columns than " + asked)
                .toList();
    }

    private static List<String> names(JsonNode columns) {
        return Grants.items(columns).map(column -> column.path("Name").asText()).toList();
    }

    private static List<String> columnsOfTheQuestions() {
        Path nowhere = Path.of("no-lake");
        try (Questions questions = Questions.to(new Lake(nowhere, nowhere))) {
            return questions.ask("SELECT * FROM events").columns();
        }
    }

    private record Delivery(String id, JsonNode destination) {}

    private static Stream<Delivery> streams(Translation translation) {
        return translation.all("AWS::KinesisFirehose::DeliveryStream").entrySet().stream()
                .map(stream -> new Delivery(
                        stream.getKey(), stream.getValue().at("/Properties/ExtendedS3DestinationConfiguration")));
    }
}
