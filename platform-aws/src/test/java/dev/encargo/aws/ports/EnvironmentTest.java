package dev.encargo.aws.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.json.Jsons;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private final Environment environment = new Environment(Map.of(
            "_HANDLER", "dev.encargo.orders.function.PlaceOrderFunction::handleRequest",
            "AWS_LAMBDA_FUNCTION_NAME", "encargo-dev-PlaceOrderFunction-X1Y2",
            "QUEUE_FULFILMENT_ALERTS", "https://sqs/alerts",
            "WORKFLOW_UNDO_ORDER", "arn:undo",
            "SECRET_IDEMPOTENCY_SALT", "arn:salt",
            "EMPTY", ""));

    @Test
    void finds_queues_workflows_and_secrets_by_the_names_that_contexts_use() {
        assertThat(environment.queueUrl("fulfilment-alerts")).isEqualTo("https://sqs/alerts");
        assertThat(environment.workflowArn("UndoOrder")).isEqualTo("arn:undo");
        assertThat(environment.secretArn("idempotency-salt")).isEqualTo("arn:salt");
    }

    @Test
    void reads_the_variables_that_the_template_writes() throws Exception {
        String template = Files.readString(
                Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml"));
        environment.variables().keySet().stream()
                .filter(name -> name.matches("(QUEUE|WORKFLOW|SECRET)_.*"))
                .forEach(name -> assertThat(template).contains(" " + name + ": "));
    }

    @Test
    void names_the_function_and_the_variable_that_it_lacks() {
        assertThatThrownBy(() -> environment.get("BUS_NAME"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("PlaceOrderFunction has no variable BUS_NAME in its environment");
        assertThatThrownBy(() -> environment.get("EMPTY")).hasMessageContaining("EMPTY");
        assertThatThrownBy(() -> environment.queueUrl("other")).hasMessageContaining("QUEUE_OTHER");
    }

    @Test
    void knows_the_function_by_its_class_or_else_by_its_name() {
        assertThat(environment.function()).isEqualTo("PlaceOrderFunction");
        assertThat(new Environment(Map.of("AWS_LAMBDA_FUNCTION_NAME", "other")).function())
                .isEqualTo("other");
    }

    @Test
    void blanks_behind_an_input_mean_nothing_and_are_never_the_same() {
        String blanks = Blanks.fresh();
        assertThat(Jsons.JSONB.type(Map.class).fromJson("{\"a\":1}" + blanks)).hasSize(1);
        assertThat(blanks).isBlank().isNotEqualTo(Blanks.fresh());
    }
}
