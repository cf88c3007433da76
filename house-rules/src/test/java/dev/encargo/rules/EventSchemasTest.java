package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.contracts.PaymentEvent.PaymentRefunded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

    static Stream<Class<?>> events() {
        return Schemas.events().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_says_what_its_checked_in_schema_promises(Class<?> event) throws IOException {
        Path file = Schemas.file(event);
        assertThat(file).as("run dev.encargo.rules.Schemas to write it").exists();
        JsonNode promised = Schemas.JSON.readTree(file.toFile());
        List<String> broken = Breakage.between(promised, Schemas.schema(event));
        assertThat(broken)
                .as(
                        "%s breaks those who hear it: %s. Publish a version 2 beside it.",
                        event.getSimpleName(), Consumers.of(event, Infrastructure.STACK))
                .isEmpty();
        assertThat(Files.readString(file))
                .as("the change breaks nobody; run dev.encargo.rules.Schemas to write it down")
                .isEqualTo(Schemas.text(Schemas.schema(event)));
    }

    @Test
    void every_schema_belongs_to_an_event(@TempDir Path scratch) throws IOException {
        assertThat(Schemas.strangers(Schemas.FOLDER)).isEmpty();
        Files.createDirectory(scratch.resolve("OrderForgotten"));
        assertThat(Schemas.strangers(scratch)).contains("OrderForgotten", "PaymentRefunded");
    }

    @Test
    void a_removed_retyped_or_optional_field_is_a_breaking_change_and_a_new_one_is_not() {
        ObjectNode now = Schemas.schema(PaymentRefunded.class);
        ObjectNode data = (ObjectNode) now.at("/properties/data/properties");
        JsonNode before = now.deepCopy();
        data.putObject("note").put("type", "string");
        assertThat(Breakage.between(before, now)).isEmpty();
        data.remove("late");
        data.putObject("reference").put("type", "integer");
        assertThat(Breakage.between(before, now))
                .containsExactlyInAnyOrder(
                        "data.late: was removed", "data.reference: type was \"string\", now \"integer\"");
        assertThat(Breakage.between(before, withoutRequired(before))).contains("data: may now be absent");
    }

    @Test
    void the_rules_that_hear_an_event_are_known() {
        assertThat(Consumers.of(PaymentRefunded.class, Infrastructure.STACK))
                .contains("OrdersLearnWhatHappened", "EverythingIsAnalysed", "CustomersHear")
                .doesNotContain("CreatedOrdersAreFulfilled");
    }

    private static JsonNode withoutRequired(JsonNode schema) {
        ObjectNode copy = schema.deepCopy();
        copy.remove("required");
        return copy;
    }
}
