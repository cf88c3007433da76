package dev.encargo.invoices.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.invoices.Samples;
import dev.encargo.invoices.usecase.CreditInvoice;
import dev.encargo.invoices.usecase.IssueInvoice;
import dev.encargo.platform.testing.MemoryPlatform;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReadInvoiceFunctionTest {
    private static final String OWNER = "{\"sub\":\"s-1\",\"custom:customerId\":\"c-1\"}";
    private static final String STRANGER = "{\"sub\":\"s-2\",\"custom:customerId\":\"c-2\"}";
    private static final String OPERATOR = "{\"sub\":\"s-3\",\"cognito:groups\":\"operators\"}";
    private static final String LINK = "https://files.example/invoices/2026/F-2026-000001.pdf?valid=300";

    private final MemoryPlatform platform = new MemoryPlatform();

    @Test
    void the_owner_is_sent_to_a_link_that_is_good_for_five_minutes() throws IOException {
        issue();
        assertThat(read("", OWNER)).contains("\"statusCode\":303", LINK);
    }

    @Test
    void an_operator_is_sent_there_too() throws IOException {
        issue();
        assertThat(read("", OPERATOR)).contains("\"statusCode\":303", LINK);
    }

    @Test
    void somebody_elses_invoice_looks_like_one_that_does_not_exist() throws IOException {
        String before = read("", STRANGER);
        issue();
        assertThat(read("", STRANGER)).isEqualTo(before).contains("\"statusCode\":404");
    }

    @Test
    void before_it_exists_the_caller_is_told_to_come_back() throws IOException {
        assertThat(read("", OWNER))
                .contains("\"statusCode\":404", "urn:encargo:problem:invoice-not-issued", "\"Retry-After\":\"");
    }

    @Test
    void an_operator_is_not_told_to_come_back_for_what_will_never_be() throws IOException {
        new CreditInvoice(platform).handle(new CreditInvoice.Request(Samples.ORDER, "OutOfStock"));
        assertThat(read("", OPERATOR))
                .contains("\"statusCode\":404", "invoice-not-issued")
                .doesNotContain("Retry-After");
        assertThat(read("", STRANGER)).as("as if there were no order").contains("Retry-After");
    }

    @Test
    void nobody_is_told_to_come_back_for_the_credit_note_of_an_order_that_stands() throws IOException {
        issue();
        assertThat(read("{\"kind\":\"credit-note\"}", OWNER))
                .contains("\"statusCode\":404", "credit-note-not-issued")
                .doesNotContain("Retry-After");
    }

    @Test
    void a_credit_note_is_had_by_its_kind_once_there_is_one() throws IOException {
        issue();
        String kind = "{\"kind\":\"credit-note\"}";
        assertThat(read(kind, OWNER)).contains("\"statusCode\":404", "credit-note-not-issued");
        new CreditInvoice(platform).handle(new CreditInvoice.Request(Samples.ORDER, "Canceled"));
        assertThat(read(kind, OWNER)).contains("\"statusCode\":303", "invoices/2026/R-2026-000001.pdf");
        assertThat(read("", OWNER)).contains("\"statusCode\":303", LINK);
    }

    @Test
    void what_cannot_be_an_order_is_not_to_be_asked_for_again() throws IOException {
        assertThat(readOf("nonsense", "", OWNER))
                .contains("\"statusCode\":404", "order-not-found")
                .doesNotContain("Retry-After");
    }

    @Test
    void an_unknown_kind_is_refused() throws IOException {
        assertThat(read("{\"kind\":\"receipt\"}", OWNER)).contains("\"statusCode\":400");
    }

    @Test
    void nobody_sees_anything_without_signing_in() throws IOException {
        issue();
        assertThat(read("", null)).contains("\"statusCode\":401");
    }

    private void issue() {
        new IssueInvoice(platform)
                .handle(new IssueInvoice.Request(
                        Samples.ORDER, platform.clock.instant(), Samples.order(Samples.lines(1, "EUR")), Samples.ADA));
    }

    private String read(String query, String claims) throws IOException {
        return readOf(Samples.ORDER, query, claims);
    }

    private String readOf(String order, String query, String claims) throws IOException {
        String context = claims == null ? "{}" : "{\"authorizer\":{\"claims\":" + claims + "}}";
        String event = "{\"resource\":\"/orders/{id}/invoice\",\"path\":\"/orders/" + order
                + "/invoice\",\"httpMethod\":\"GET\",\"pathParameters\":{\"id\":\"" + order + "\"},"
                + (query.isEmpty() ? "" : "\"queryStringParameters\":" + query + ",") + "\"requestContext\":" + context
                + "}";
        return IssueInvoiceFunctionTest.call(new ReadInvoiceFunction(platform), event);
    }
}
