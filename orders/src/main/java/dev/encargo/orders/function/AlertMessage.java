package dev.encargo.orders.function;

import dev.encargo.orders.model.Attention;
import dev.encargo.orders.usecase.RaiseAttention;
import dev.encargo.platform.json.Jsons;
import io.avaje.jsonb.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message of `fulfilment-alerts`: another context's `{"v":1,"orderId","attention","reason"}`, or the default
/// bus's word that an execution failed, timed out or was aborted.
@Json
record AlertMessage(
        @Nullable String orderId,
        @Nullable String attention,
        @Nullable String reason,
        @Nullable Execution detail) {

    /// `input` is the execution's, as text: UndoOrder's names the order, FulfilOrder's is the event about it.
    @Json
    record Execution(
            String stateMachineArn,
            String name,
            String status,
            @Nullable String input,
            @Nullable String error,
            @Nullable String cause) {}

    @Json
    record Input(@Nullable String orderId, @Nullable String subject) {}

    static AlertMessage read(String body) {
        return Jsons.read(AlertMessage.class, body);
    }

    /// @throws IllegalArgumentException when the message names no order
    RaiseAttention.Request request() {
        return own().or(this::ofExecution).orElseThrow(() -> new IllegalArgumentException("the alert names no order"));
    }

    private Optional<RaiseAttention.Request> own() {
        return orderId == null || attention == null
                ? Optional.empty()
                : Optional.of(new RaiseAttention.Request(orderId, attention, reason == null ? attention : reason));
    }

    private Optional<RaiseAttention.Request> ofExecution() {
        return detail == null ? Optional.empty() : order(detail).map(order -> request(order, detail));
    }

    private static RaiseAttention.Request request(String order, Execution execution) {
        boolean undo = execution.stateMachineArn().endsWith(":UndoOrder");
        String why = execution.error() == null ? "" : ": " + execution.error();
        return new RaiseAttention.Request(
                order,
                undo ? Attention.COMPENSATION_FAILED : Attention.FULFILMENT_FAILED,
                "the execution " + execution.name() + " is " + execution.status() + why);
    }

    private static Optional<String> order(Execution execution) {
        if (execution.input() == null) {
            return Optional.of(execution.name()).filter(name -> name.startsWith("ord_"));
        }
        Input input = Jsons.read(Input.class, execution.input());
        return Optional.ofNullable(input.orderId()).or(() -> Optional.ofNullable(input.subject()));
    }
}
