package dev.encargo.invoices.function;

import dev.encargo.invoices.store.Delays;
import dev.encargo.invoices.usecase.CreditInvoice;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;
import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The second step of UndoOrder. It is retried until it succeeds.
public final class CreditInvoiceFunction
        extends TaskFunction<CreditInvoiceFunction.Input, CreditInvoiceFunction.Answer> {
    private final CreditInvoice creditInvoice;
    private final Delays delays;

    public CreditInvoiceFunction() {
        this(Platform.current());
    }

    CreditInvoiceFunction(Platform platform) {
        super(platform, Input.class, Answer.class);
        this.creditInvoice = new CreditInvoice(platform);
        this.delays = new Delays(platform);
    }

    @Json
    public record Input(int v, String orderId, String reason, int retryCount) {}

    /// `outcome` is credited (with both numbers) or closed.
    @Json
    public record Answer(
            String outcome,
            @Nullable String number,
            @Nullable String creditNote) {}

    @Override
    protected Answer perform(Input input) {
        delays.afterRetries(input.orderId(), input.retryCount());
        Answer answer = answer(creditInvoice.handle(new CreditInvoice.Request(input.orderId(), input.reason())));
        telemetry.count("invoices", 1, Map.of("outcome", answer.outcome()));
        return answer;
    }

    private static Answer answer(CreditInvoice.Outcome outcome) {
        return switch (outcome) {
            case CreditInvoice.Outcome.Credited credited ->
                new Answer("credited", credited.invoice(), credited.creditNote());
            case CreditInvoice.Outcome.Closed _ -> new Answer("closed", null, null);
        };
    }
}
