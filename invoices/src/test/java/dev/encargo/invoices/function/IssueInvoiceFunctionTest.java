package dev.encargo.invoices.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.encargo.contracts.InvoiceEvent.InvoiceIssued;
import dev.encargo.invoices.Samples;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.testing.MemoryPlatform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IssueInvoiceFunctionTest {
    private final MemoryPlatform platform = new MemoryPlatform();

    @Test
    void an_order_created_becomes_an_issued_invoice_with_its_file_and_its_event() throws IOException {
        assertThat(issue(0)).isEqualTo("{\"outcome\":\"issued\",\"number\":\"F-2026-000001\"}");
        assertThat(platform.files).containsOnlyKeys("invoices/2026/F-2026-000001.pdf");
        assertThat(platform.publishedTypes()).containsExactly("InvoiceIssued");
        InvoiceIssued issued = (InvoiceIssued)
                Events.read(platform.published.getFirst().detail()).data();
        assertThat(issued.file()).isEqualTo("invoices/2026/F-2026-000001.pdf");
        assertThat(issued.lines()).isEqualTo(Samples.lines(2, "EUR"));
    }

    @Test
    void the_event_carries_the_buyer_but_not_the_payment_method() throws IOException {
        issue(0);
        assertThat(Events.read(platform.published.getFirst().detail()).confidential())
                .isEqualTo(Samples.LUCIA.withoutPaymentMethod());
    }

    @Test
    void the_event_continues_the_orders_trace() throws IOException {
        issue(0);
        assertThat(Events.read(platform.published.getFirst().detail()).traceparent())
                .isEqualTo("00-a-b-01");
    }

    @Test
    @DisplayName("F58: the same order invoiced twice gets the same invoice")
    void the_same_order_invoiced_twice_gets_the_same_invoice() throws IOException {
        issue(0);
        assertThat(issue(1)).isEqualTo("{\"outcome\":\"known\",\"number\":\"F-2026-000001\"}");
        assertThat(platform.published).hasSize(1);
    }

    @Test
    void after_five_retries_somebody_is_told_once() throws IOException {
        issue(4);
        assertThat(platform.sent).isEmpty();
        issue(5);
        issue(6);
        assertThat(platform.sent).singleElement().satisfies(sent -> {
            assertThat(sent.queue()).isEqualTo("fulfilment-alerts");
            assertThat(sent.body()).contains("\"attention\":\"INVOICE_DELAYED\"", Samples.ORDER);
        });
    }

    private String issue(int retryCount) throws IOException {
        String event = Events.message(
                        "evt_1",
                        Samples.order(Samples.lines(2, "EUR")),
                        platform.clock.instant(),
                        Samples.ORDER,
                        1,
                        "00-a-b-01",
                        Samples.LUCIA)
                .detail();
        String input = "{\"v\":1,\"orderId\":\"" + Samples.ORDER + "\",\"execution\":\"e-1\",\"retryCount\":"
                + retryCount + ",\"event\":" + event + "}";
        return call(new IssueInvoiceFunction(platform), input);
    }

    static String call(RequestStreamHandler function, String input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, null);
        return out.toString(StandardCharsets.UTF_8);
    }
}
