package dev.encargo.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of `infrastructure/template.yaml`, read from there.
class ApplicationRulesTest {

    private static final Stack STACK = StackReader.read(
            Path.of(System.getProperty("encargo.root", ".."), "infrastructure", "template.yaml"),
            StackOptions.laptop(8123));
    private static final RuleOrigin ORIGIN = new RuleOrigin("arn", "name", Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders    | OrderCreated          | {}                | CreatedOrdersAreFulfilled EverythingIsAnalysed
            orders    | OrderStatusChanged    | {"to":"PAID"}     | EverythingIsAnalysed PartnersHear
            orders    | OrderStatusChanged    | {"to":"SHIPPED"}  | CustomersHear EverythingIsAnalysed PartnersHear
            orders    | OrderDispatchRecorded | {}                | EverythingIsAnalysed ParcelsHandedOverAreKnown
            inventory | StockReserved         | {}                | EverythingIsAnalysed OrdersLearnWhatHappened
            payments  | PaymentRefunded       | {"late":false}    | EverythingIsAnalysed OrdersLearnWhatHappened
            payments  | PaymentRefunded       | {"late":true}     | CustomersHear EverythingIsAnalysed OrdersLearnWhatHappened
            invoices  | InvoiceIssued         | {} | CustomersHear EverythingIsAnalysed GoodsAreAskedFor OrdersLearnWhatHappened
            """)
    void each_event_finds_its_rules(String source, String type, String data, String rules) {
        assertThat(rules("encargo").matches(event(source, type, data))).containsExactlyInAnyOrder(rules.split(" "));
    }

    @Test
    void a_failed_workflow_is_seen() {
        String machine = STACK.stateMachines().get("FulfilOrder").arn();
        String event =
                "{\"source\":\"aws.states\",\"detail-type\":\"Step Functions Execution Status Change\",\"detail\":{\"status\":\"%s\",\"stateMachineArn\":\"%s\"}}";
        assertThat(rules("default").matches(event.formatted("FAILED", machine))).containsExactly("NothingFailsUnseen");
        assertThat(rules("default").matches(event.formatted("SUCCEEDED", machine)))
                .isEmpty();
    }

    @Test
    void neither_the_lake_nor_partners_are_given_what_is_private() {
        EventDocument event = EventDocument.of(event("orders", "OrderStatusChanged", "{\"to\":\"SHIPPED\"}"));
        for (String rule : new String[] {"EverythingIsAnalysed", "PartnersHear"}) {
            JsonNode given = EventDocument.of(input(rule).render(event, ORIGIN)).tree();
            JsonNode whole = event.tree().deepCopy();
            ((ObjectNode) whole.get("detail")).remove("private");
            assertThat(given).as(rule).isEqualTo(whole);
            assertThat(input(rule).render(event, ORIGIN)).doesNotContain("\n");
        }
    }

    @Test
    void queues_are_given_the_whole_event() {
        EventDocument event = EventDocument.of(event("orders", "OrderStatusChanged", "{\"to\":\"SHIPPED\"}"));
        assertThat(input("CustomersHear").render(event, ORIGIN)).isSameAs(event.text());
    }

    private static TargetInput input(String rule) {
        return STACK.rulesOn("encargo").stream()
                .filter(one -> one.id().equals(rule))
                .map(one -> TargetInput.of(one.targets().getFirst()))
                .findFirst()
                .orElseThrow();
    }

    static RuleSet rules(String bus) {
        Map<String, String> patterns = new LinkedHashMap<>();
        for (RuleResource rule : STACK.rulesOn(bus)) {
            patterns.put(rule.id(), rule.patternJson().orElseThrow());
        }
        return RuleSet.of(patterns);
    }

    private static String event(String source, String type, String data) {
        return ("{\"version\":\"0\",\"id\":\"e\",\"detail-type\":\"%2$s\",\"source\":\"encargo.%1$s\",\"account\":\"000000000000\","
                        + "\"time\":\"2026-01-02T03:04:05Z\",\"region\":\"eu-west-1\",\"resources\":[],\"detail\":{\"specversion\":\"1.0\","
                        + "\"id\":\"evt_1\",\"source\":\"encargo.%1$s\",\"type\":\"%2$s\",\"time\":\"2026-01-02T03:04:05Z\","
                        + "\"subject\":\"ord_1\",\"sequence\":3,\"traceparent\":\"00-1-1-01\",\"dataschema\":\"urn\","
                        + "\"datacontenttype\":\"application/json\",\"data\":%3$s,\"private\":{\"name\":\"Ana\"}}}")
                .formatted(source, type, data);
    }
}
