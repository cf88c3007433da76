package dev.encargo.journeys.protocol;

import dev.encargo.contracts.UndoReason;

/// What is under way, unordered and late: each is one bit of a state.
final class Message {
    static final int RESERVE = 0;
    static final int TAKE = 2;
    static final int CALL_RESERVE = 4;
    static final int CALL_PAY = 5;
    static final int CALL_SHIP = 6;
    static final int SAYS_RESERVED = 7;
    static final int SAYS_REFUSED = 8;
    static final int SAYS_CAPTURED = 9;
    static final int SAYS_DECLINED = 10;
    static final int SAYS_DISPATCHED = 11;
    static final int FACT_RESERVED = 12;
    static final int FACT_CAPTURED = 13;
    static final int FACT_DISPATCHED = 14;
    static final int FACT_UNDONE = 15;
    static final int REQUEST_SHIPMENT = 21;
    static final int RECORD_DISPATCH = 22;
    static final int START_UNDO = 23;
    static final int INVOICE_LEFT_OVER = 29;
    static final int RESERVE_SUCCEEDED = 30;
    static final int RESERVE_FAILED = 32;
    static final int RESERVE_DUPLICATE = 34;
    static final int TAKE_SUCCEEDED = 36;
    static final int TAKE_FAILED = 38;
    static final int FIRST_ANSWER = RESERVE_SUCCEEDED;

    private static final String[] NAMES = new String[40];

    static {
        name(RESERVE, "message ReserveStock 1", "message ReserveStock 2");
        name(TAKE, "message TakePayment 1", "message TakePayment 2");
        name(CALL_RESERVE, "call: reserve", "call: pay", "call: ship");
        name(
                SAYS_RESERVED,
                "notice reserved",
                "notice refused",
                "notice captured",
                "notice declined",
                "notice dispatched");
        name(FACT_RESERVED, "event StockReserved", "event PaymentCaptured", "event ShipmentDispatched");
        for (UndoReason reason : UndoReason.values()) {
            name(FACT_UNDONE + reason.ordinal(), "event OrderUndone(" + reason + ")");
            name(START_UNDO + reason.ordinal(), "effect: start UndoOrder(" + reason + ")");
        }
        name(REQUEST_SHIPMENT, "message RequestShipment", "message RecordDispatch");
        name(INVOICE_LEFT_OVER, "left-over IssueInvoice");
        name(RESERVE_SUCCEEDED, "answer R1 success", "answer R2 success");
        name(RESERVE_FAILED, "answer R1 failure", "answer R2 failure");
        name(RESERVE_DUPLICATE, "answer R1 duplicate", "answer R2 duplicate");
        name(TAKE_SUCCEEDED, "answer P1 success", "answer P2 success");
        name(TAKE_FAILED, "answer P1 failure", "answer P2 failure");
    }

    private Message() {}

    private static void name(int first, String... names) {
        System.arraycopy(names, 0, NAMES, first, names.length);
    }

    static String name(int message) {
        return NAMES[message];
    }

    static long bit(int message) {
        return 1L << message;
    }

    static boolean isNotice(int message) {
        return message >= SAYS_RESERVED && message <= SAYS_DISPATCHED;
    }
}
