package dev.encargo.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.TargetResource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RealTemplateTest {

    static final Path FILE = Path.of(System.getProperty("encargo.root", ".."), "infrastructure", "template.yaml");
    static final Stack STACK = StackReader.read(FILE, StackOptions.laptop(8123));

    @Test
    void every_function_names_a_class_of_its_context_called_as_its_logical_id() {
        assertThat(STACK.functions())
                .hasSize(28)
                .allSatisfy((id, function) -> assertThat(function.handlerClass())
                        .matches(
                                "dev\\.encargo\\.(\\w+\\.function|notifications|platform\\.(relay|rotation))\\." + id));
    }

    @Test
    void a_function_has_its_own_settings_and_those_of_all() {
        FunctionResource place = STACK.functions().get("PlaceOrderFunction");
        assertThat(place.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(place.environment())
                .containsEntry("STAGE", "dev")
                .containsEntry("SETTINGS_PATH", "/encargo/dev")
                .containsEntry("TABLE_NAME", "encargo-dev-documents")
                .containsEntry("BUS_NAME", "encargo");
        assertThat(place.aliasArn())
                .contains("arn:aws:lambda:eu-west-1:000000000000:function:encargo-PlaceOrderFunction:live");
        assertThat(place.roleArn().flatMap(STACK::roleByArn)).isPresent();
    }

    @Test
    void queue_urls_carry_the_port_of_the_host() {
        assertThat(STACK.queues().get("OrderFacts").url()).isEqualTo("http://127.0.0.1:8123/_queues/order-facts");
        assertThat(STACK.functions().get("RelayEffectsFunction").environment())
                .containsEntry("QUEUE_FULFILMENT_ALERTS", "http://127.0.0.1:8123/_queues/fulfilment-alerts");
    }

    @Test
    void rules_stand_on_their_bus_with_retry_policy_and_dead_letters_for_every_target() {
        assertThat(STACK.rulesOn("encargo")).hasSize(7);
        assertThat(STACK.rulesOn("default")).extracting(RuleResource::id).containsExactly("NothingFailsUnseen");
        assertThat(STACK.rules().values())
                .flatExtracting(RuleResource::targets)
                .allSatisfy(target -> assertThat(target.deadLetterArn().flatMap(STACK::queueByArn))
                        .isPresent());
    }

    @Test
    void partners_and_the_lake_get_everything_but_what_is_private() {
        for (String rule : new String[] {"PartnersHear", "EverythingIsAnalysed"}) {
            TargetResource target = STACK.rules().get(rule).targets().getFirst();
            assertThat(target.transformer()).hasValueSatisfying(transformer -> {
                assertThat(transformer.paths()).containsEntry("data", "$.detail.data");
                assertThat(transformer.template()).doesNotContain("private");
            });
        }
    }

    @Test
    void workflows_have_their_limits_and_addresses_put_in() {
        String definition = STACK.stateMachines().get("FulfilOrder").definitionJson();
        assertThat(definition)
                .contains("http://127.0.0.1:8123/_queues/stock-requests")
                .doesNotContain("${");
    }

    @Test
    void the_api_calls_functions_of_this_stack_and_knows_its_lines() {
        var api = STACK.apis().get("EncargoApi");
        String uri = api.document()
                .at("/paths/~1orders/post/x-amazon-apigateway-integration/uri")
                .asText();
        assertThat(uri).endsWith(":function:encargo-PlaceOrderFunction:live/invocations");
        assertThat(api.positionOf("paths", "/orders").file()).endsWith("openapi.yaml");
        assertThat(api.positionOf("paths", "/orders").line()).isGreaterThan(3);
    }
}
