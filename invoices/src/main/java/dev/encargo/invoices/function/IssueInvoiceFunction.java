package dev.encargo.invoices.function;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.OrderEvent.OrderCreated;
import dev.encargo.invoices.store.Delays;
import dev.encargo.invoices.usecase.IssueInvoice;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The last step of FulfilOrder. It is retried until it succeeds; only a closed invoice ends it without a number.
public final class IssueInvoiceFunction extends TaskFunction<IssueInvoiceFunction.Input, IssueInvoiceFunction.Answer> {
    private final IssueInvoice issueInvoice;
    private final Delays delays;

    public IssueInvoiceFunction() {
        this(Platform.current());
    }

    IssueInvoiceFunction(Platform platform) {
        super(platform, Input.class, Answer.class);
        this.issueInvoice = new IssueInvoice(platform);
        this.delays = new Delays(platform);
    }

    @Json
    public record Input(int v, String orderId, int retryCount, Created event) {}

    /// The event OrderCreated, as far as an invoice needs it.
    @Json
    public record Created(
            Instant time,
            @Nullable String traceparent,
            OrderCreated data,
            @Json.Property("private") @Nullable Confidential confidential) {}

    /// `outcome` is issued, known or closed.
    @Json
    public record Answer(String outcome, @Nullable String number) {}

    @Override
    protected @Nullable String traceOf(Input input) {
        return input.event().traceparent();
    }

    @Override
    protected Answer perform(Input input) {
        delays.afterRetries(input.orderId(), input.retryCount());
        Created created = input.event();
        Answer answer = answer(issueInvoice.handle(
                new IssueInvoice.Request(input.orderId(), created.time(), created.data(), created.confidential())));
        telemetry.count("invoices", 1, Map.of("outcome", answer.outcome()));
        return answer;
    }

    private static Answer answer(IssueInvoice.Outcome outcome) {
        return switch (outcome) {
            case IssueInvoice.Outcome.Issued issued -> new Answer("issued", issued.number());
            case IssueInvoice.Outcome.Known known -> new Answer("known", known.number());
            case IssueInvoice.Outcome.Closed _ -> new Answer("closed", null);
        };
    }
}
