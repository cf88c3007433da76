package dev.encargo.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.OperatedHost;
import dev.encargo.cli.output.Output;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderSheetTest {

    @Test
    void an_order_that_is_being_canceled_is_to_be_followed_and_not_to_be_shipped() {
        assertThat(sheet("\"cancellation\":{\"askedAt\":\"2026-11-24T17:11:19.230Z\",\"outcome\":\"PENDING\"},"))
                .contains(": being undone", "Next:        encargo order cancel ord_1 --watch --data x")
                .doesNotContain("order ship");
    }

    @Test
    void a_paid_order_is_to_be_shipped() {
        assertThat(sheet("")).contains("Next:        encargo order ship ord_1 --data x");
    }

    private static String sheet(String cancellation) {
        JsonNode order = OperatedHost.read("""
                {"id":"ord_1","customerId":"c-1","status":"PAID","version":3,"currency":"EUR",%s
                 "items":[],"totals":{"net":0,"tax":0,"gross":0,"taxes":[]},
                 "createdAt":"2026-11-24T17:11:14.095123456Z"}""".formatted(cancellation));
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            new OrderSheet(new Output(), " --data x").print(order, OperatedHost.read("{}"), List.of());
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
