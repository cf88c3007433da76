package dev.encargo.rules;

import static dev.encargo.rules.Deployed.at;
import static dev.encargo.rules.Deployed.changed;
import static dev.encargo.rules.Deployed.fails;
import static dev.encargo.rules.Deployed.holds;
import static dev.encargo.rules.Deployed.prod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;

/// The API, the workflows, the stream and the size of what every stage deploys.
class DeployedStackTest {

    private static final String DESTINATION = "/Properties/ExtendedS3DestinationConfiguration";

    @Test
    void a_stage_has_fewer_than_five_hundred_resources() {
        holds(StackRules::fewerThanFiveHundredResources);
        Translation large = prod();
        for (int i = 0; i < 500; i++) {
            large = large.and("Queue" + i, "{'Type': 'AWS::SQS::Queue'}");
        }
        fails(StackRules::fewerThanFiveHundredResources, large, "prod has");
    }

    @Test
    void every_operation_of_the_api_may_call_the_alias_of_its_function() {
        holds(StackRules::everyOperationMayCallItsAlias);
        fails(
                StackRules::everyOperationMayCallItsAlias,
                changed(
                        "ApiInvokeRole",
                        at(
                                "/Properties/Policies/0/PolicyDocument/Statement/0",
                                statement -> ((ArrayNode) statement.path("Resource")).remove(0))),
                "EncargoApi may not call the function of post /orders");
        String integration = "/Properties/Body/paths/~1orders~1{id}/get/x-amazon-apigateway-integration";
        fails(
                StackRules::everyOperationMayCallItsAlias,
                changed("EncargoApi", at(integration, one -> one.remove("credentials"))),
                "EncargoApi may not call the function of get /orders/{id}");
    }

    @Test
    void every_workflow_is_logged_without_its_data_and_traced() {
        holds(StackRules::everyWorkflowIsLoggedWithoutDataAndTraced);
        fails(
                StackRules::everyWorkflowIsLoggedWithoutDataAndTraced,
                changed(
                        "FulfilOrder",
                        at("/Properties/LoggingConfiguration", logging -> logging.put("IncludeExecutionData", true))),
                "FulfilOrder");
        fails(
                StackRules::everyWorkflowIsLoggedWithoutDataAndTraced,
                changed("UndoOrder", at("/Properties", machine -> machine.remove("TracingConfiguration"))),
                "UndoOrder");
        fails(
                StackRules::everyWorkflowIsLoggedWithoutDataAndTraced,
                changed("UndoOrderLogs", at("/Properties", group -> group.put("LogGroupName", "/encargo/undo"))),
                "UndoOrder");
    }

    @Test
    void a_stream_sets_a_line_between_two_records() {
        holds(StackRules::everyStreamSetsALineBetweenRecords);
        fails(
                StackRules::everyStreamSetsALineBetweenRecords,
                changed("LakeStream", at(DESTINATION, destination -> destination.remove("ProcessingConfiguration"))),
                "LakeStream lets records run into one another");
    }

    @Test
    void a_stream_that_writes_parquet_waits_for_enough_of_it() {
        holds(StackRules::everyStreamThatWritesParquetWaitsForEnough);
        fails(
                StackRules::everyStreamThatWritesParquetWaitsForEnough,
                changed("LakeStream", at(DESTINATION, destination -> {
                    destination.putObject("DataFormatConversionConfiguration").put("Enabled", true);
                    destination.put("CompressionFormat", "UNCOMPRESSED");
                    destination.putObject("BufferingHints").put("SizeInMBs", 5);
                })),
                "LakeStream is refused");
    }

    @Test
    void no_stack_beside_the_application_takes_part_in_an_order() {
        holds(StackRules::noStackBesideTheApplicationTakesPartInAnOrder);
        fails(
                StackRules::noStackBesideTheApplicationTakesPartInAnOrder,
                prod().and("Elsewhere", "{'Type': 'AWS::SQS::Queue'}"),
                "Elsewhere takes part in orders");
    }

    @Test
    void the_lakes_table_of_events_has_the_columns_of_the_questions() {
        holds(StackRules::theTableOfEventsHasTheColumnsOfTheQuestions);
        fails(
                StackRules::theTableOfEventsHasTheColumnsOfTheQuestions,
                changed(
                        "Events",
                        at(
                                "/Properties/TableInput/StorageDescriptor/Columns/4",
                                column -> column.put("Name", "order"))),
                "Events has other columns");
    }

    @Test
    void every_option_of_the_template_is_deployed_by_a_stage_or_a_variant() {
        assertThat(Translation.ALL)
                .flatExtracting(stage -> stage.resources().values())
                .extracting(resource -> resource.path("Type").asText())
                .contains(
                        "AWS::DynamoDB::Table",
                        "AWS::DocDB::DBCluster",
                        "AWS::RedshiftServerless::Workgroup",
                        "AWS::Athena::PreparedStatement");
        assertThat(Translation.of("prod").properties("InvoiceBucket").has("ObjectLockConfiguration"))
                .isTrue();
    }
}
