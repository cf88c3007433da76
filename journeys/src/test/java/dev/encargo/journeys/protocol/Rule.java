package dev.encargo.journeys.protocol;

/// The protocol's rules that the search can switch off, each where the real transition is called.
enum Rule {
    /// Another execution's ReserveStock is answered `Duplicate`.
    OWNER_ANSWERS,
    /// Another execution's SettleStock changes nothing.
    OWNER_SETTLES,
    /// A limit is settled by asking, not by closing.
    SETTLE,
    /// An absent document is inserted closed.
    INSERT_STOCK_CLOSED,
    INSERT_PAYMENT_CLOSED,
    INSERT_INVOICE_CLOSED,
    INSERT_SHIPMENT_STOPPED,
    /// The outside party is asked by key before anything is declared undone.
    ASK_SHIPMENT,
    ASK_PAYMENT,
    ASK_STOCK,
    /// An answer bars an unknown key for ever.
    BAR,
    /// A dispatched parcel ends the undo.
    STOP_FIRST,
    /// A cancel starts the undo.
    START_UNDO,
    /// A failed invoice is retried, never undone.
    RETRY_INVOICE,
    /// The order's document decides between a cancel and an operator's SHIPPED.
    ARBITRATE,
    /// Silent shipments are asked about.
    CHASE,
    /// An operator's SHIPPED is recorded in the stock document.
    RECORD_DISPATCH
}
