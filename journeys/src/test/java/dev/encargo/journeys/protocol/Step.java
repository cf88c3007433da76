package dev.encargo.journeys.protocol;

/// Where an execution of FulfilOrder or UndoOrder is: numbers, since a state packs them.
final class Step {
    static final int NOT_STARTED = 0;

    static final int RESERVE = 1;
    static final int TAKE = 2;
    static final int INVOICE = 3;
    static final int INVOICE_DRAFTED = 4;
    static final int SETTLE_STOCK = 5;
    static final int SETTLE_STOCK_ASKED = 6;
    static final int SETTLE_PAYMENT = 7;
    static final int SETTLE_PAYMENT_ASKED = 8;
    static final int SUCCEEDED = 9;
    static final int DUPLICATE = 10;
    static final int ENDED = 11;

    static final int STOP = 1;
    static final int STOP_ASKED = 2;
    static final int CREDIT = 3;
    static final int REFUND = 4;
    static final int REFUND_CAPTURED = 5;
    static final int REFUND_ASKED = 6;
    static final int RELEASE = 7;
    static final int RELEASE_ASKED = 8;
    static final int UNDONE = 9;
    static final int TOO_LATE = 10;

    private static final String[] FULFIL = {
        "-",
        "ReserveStock",
        "TakePayment",
        "IssueInvoice",
        "IssueInvoice (drafted)",
        "SettleStock",
        "SettleStock (asked)",
        "SettlePayment",
        "SettlePayment (asked)",
        "succeeded",
        "duplicate",
        "ended"
    };
    private static final String[] UNDO = {
        "-",
        "StopShipment",
        "StopShipment (asked)",
        "CreditInvoice",
        "RefundPayment",
        "RefundPayment (captured)",
        "RefundPayment (asked)",
        "ReleaseStock",
        "ReleaseStock (asked)",
        "undone",
        "too late"
    };

    private Step() {}

    static String fulfil(int step) {
        return FULFIL[step];
    }

    static String undo(int step) {
        return UNDO[step];
    }
}
