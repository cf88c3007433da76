package dev.encargo.journeys.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.WorkflowType;
import dev.encargo.local.workflow.run.Mocks;
import dev.encargo.local.workflow.run.RunResult;
import dev.encargo.local.workflow.run.WorkflowRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two deployed workflows, run alone: which states follow which answers.
class WorkflowDefinitionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDER = """
            {"subject":"ord_1","data":{"lines":[],"totals":{"gross":{"minor":1,"currency":"EUR"}}},"private":{}}""";
    private static final String UNDO = """
            {"v":1,"orderId":"ord_1","reason":"Canceled"}""";

    private static RunResult run(String workflow, String input, String mocks) throws Exception {
        Path file = Path.of(System.getProperty("encargo.root"), "infrastructure", "workflows", workflow + ".asl.json");
        String text = Files.readString(file)
                .replace("${ReserveLimit}", "900")
                .replace("${PaymentLimit}", "1800")
                .replaceAll("\\$\\{(\\w+)Url}", "https://queue.example/$1")
                .replaceAll("\\$\\{(\\w+)Arn}", "arn:aws:lambda:eu-west-1:000000000000:function:$1:live");
        JsonNode given = JSON.readTree(input);
        return new WorkflowRunner(InstantSource.system())
                .run(Definition.read(text, WorkflowType.STANDARD), given, Mocks.read(JSON.readTree(mocks)));
    }

    private static RunResult fulfil(String mocks) throws Exception {
        return run("fulfil-order", ORDER, mocks);
    }

    private static String outcome(String state, String outcome) {
        return "\"%s\":[{\"return\":{\"Payload\":{\"outcome\":\"%s\"}}}]".formatted(state, outcome);
    }

    private static String failing(String state, String error) {
        return "\"%s\":[{\"throw\":{\"error\":\"%s\",\"cause\":\"\"}}]".formatted(state, error);
    }

    private static final String DONE = "\"ReserveStock\":[{\"return\":{}}],\"TakePayment\":[{\"return\":{}}]";

    @Nested
    class fulfil_order {
        @Test
        void needs_three_states_when_all_goes_well_and_no_personal_data_to_end() throws Exception {
            RunResult result = fulfil("{" + DONE + "," + outcome("IssueInvoice", "issued") + "}");
            assertThat(result.problems()).isEmpty();
            assertThat(result.states()).containsExactly("ReserveStock", "TakePayment", "IssueInvoice");
            assertThat(result.output()).hasToString("{\"outcome\":\"issued\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"StockRefused", "OrderCanceled", "Closed", "Duplicate"})
        void ends_at_once_when_stock_is_refused_closed_or_anothers(String error) throws Exception {
            RunResult result = fulfil("{" + failing("ReserveStock", error) + "}");
            assertThat(result.status()).isEqualTo("SUCCEEDED");
            assertThat(result.states()).containsExactly("ReserveStock", "Ended");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PaymentDeclined", "OrderCanceled", "Closed"})
        void ends_at_once_when_the_payment_is_declined_or_closed(String error) throws Exception {
            RunResult result = fulfil("{\"ReserveStock\":[{\"return\":{}}]," + failing("TakePayment", error) + "}");
            assertThat(result.states()).containsExactly("ReserveStock", "TakePayment", "Ended");
        }

        @Test
        @DisplayName("F47 F89 settles a limit that has passed, and goes on when the document says so")
        void settles_a_limit_and_goes_on() throws Exception {
            RunResult result = fulfil("{" + failing("ReserveStock", "States.Timeout") + ","
                    + outcome("SettleStock", "reserved") + "," + failing("TakePayment", "States.Timeout") + ","
                    + outcome("SettlePayment", "captured") + "," + outcome("IssueInvoice", "issued") + "}");
            assertThat(result.states())
                    .containsExactly(
                            "ReserveStock",
                            "SettleStock",
                            "IsStockReserved",
                            "TakePayment",
                            "SettlePayment",
                            "IsPaymentCaptured",
                            "IssueInvoice");
        }

        @ParameterizedTest
        @ValueSource(strings = {"closed", "duplicate"})
        @DisplayName("F81 ends when the settled document says so")
        void ends_when_the_settled_document_says_so(String outcome) throws Exception {
            RunResult result = fulfil(
                    "{" + failing("ReserveStock", "States.Timeout") + "," + outcome("SettleStock", outcome) + "}");
            assertThat(result.states()).containsExactly("ReserveStock", "SettleStock", "IsStockReserved", "Ended");
        }

        @Test
        void settles_a_wait_that_fails_for_any_other_reason_after_some_tries() throws Exception {
            RunResult result =
                    fulfil("{" + failing("ReserveStock", "SQS.Unheard") + "," + outcome("SettleStock", "closed") + "}");
            assertThat(result.states()).endsWith("SettleStock", "IsStockReserved", "Ended");
        }

        @Test
        void tries_the_invoice_until_it_succeeds() throws Exception {
            String failures = "{\"throw\":{\"error\":\"Unavailable\",\"cause\":\"\"}},".repeat(40);
            RunResult result = fulfil("{" + DONE + ",\"IssueInvoice\":[" + failures
                    + "{\"return\":{\"Payload\":{\"outcome\":\"issued\"}}}]}");
            assertThat(result.status()).isEqualTo("SUCCEEDED");
        }
    }

    @Nested
    class undo_order {
        @Test
        void undoes_shipment_invoice_payment_and_stock_in_this_order() throws Exception {
            RunResult result = run(
                    "undo-order",
                    UNDO,
                    "{" + outcome("StopShipment", "stopped") + ","
                            + outcome("CreditInvoice", "closed") + "," + outcome("RefundPayment", "closed") + ","
                            + outcome("ReleaseStock", "released") + "}");
            assertThat(result.problems()).isEmpty();
            assertThat(result.states())
                    .containsExactly("StopShipment", "HasParcelLeft", "CreditInvoice", "RefundPayment", "ReleaseStock");
        }

        @Test
        @DisplayName("F85 ends too late when the parcel has left, and undoes nothing else")
        void ends_too_late_when_the_parcel_has_left() throws Exception {
            RunResult result = run("undo-order", UNDO, "{" + outcome("StopShipment", "tooLate") + "}");
            assertThat(result.states()).containsExactly("StopShipment", "HasParcelLeft", "TooLate");
        }

        @Test
        @DisplayName("F39 F51 tries a step until it succeeds")
        void tries_a_step_until_it_succeeds() throws Exception {
            String failures = "{\"throw\":{\"error\":\"Unavailable\",\"cause\":\"\"}},".repeat(60);
            RunResult result = run(
                    "undo-order",
                    UNDO,
                    "{" + outcome("StopShipment", "stopped") + ","
                            + outcome("CreditInvoice", "closed") + ",\"RefundPayment\":[" + failures
                            + "{\"return\":{\"Payload\":{\"outcome\":\"refunded\"}}}],"
                            + outcome("ReleaseStock", "released")
                            + "}");
            assertThat(result.status()).isEqualTo("SUCCEEDED");
        }
    }
}
