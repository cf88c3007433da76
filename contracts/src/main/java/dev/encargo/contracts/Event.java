package dev.encargo.contracts;

/// Something that happened, in the past tense. A record's components are the event's `data`: they hold no personal
/// data.
/// What a later step needs of that kind travels beside it as [Confidential].
public sealed interface Event permits OrderEvent, InventoryEvent, PaymentEvent, InvoiceEvent {

    /// The event's name: CloudEvents `type`, EventBridge `detail-type`.
    default String type() {
        return getClass().getSimpleName();
    }

    /// CloudEvents and EventBridge `source`: the context that owns the event.
    String source();
}
