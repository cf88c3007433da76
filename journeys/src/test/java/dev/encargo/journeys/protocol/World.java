package dev.encargo.journeys.protocol;

/// One state of everything: what is under way, the four documents (as numbers of a [Desk]), the executions, the
/// outside parties and what may still go wrong. It packs into [#WIDTH] longs.
final class World {
    static final int WIDTH = 3;

    // outside parties
    static final int NOTHING = 0;
    static final int DONE = 1;
    static final int REFUSED = 2;
    static final int UNDONE = 3;
    static final int BARRED = 4;
    static final int SOLD = 5;

    // marks of what must never happen
    static final int SHIPPED_WITHOUT_STOCK = 1;
    static final int SOLD_STOCK_RELEASED = 2;
    static final int TWIN_DID_HARM = 4;
    static final int CLOCK_DID_HARM = 8;

    long messages;
    int stock;
    int payment;
    int invoice;
    int order;
    int started;
    final int[] execution = new int[2];
    final int[] heard = new int[2];
    int undo;
    int undoHeard;
    int undoReason;
    int goods;
    int money;
    int parcel;
    int marks;
    int handedOver;
    int timeouts;
    int cancels;
    int duplicates;
    int losses;
    int operators;
    int reruns;

    void send(int message) {
        messages |= Message.bit(message);
    }

    void sendAll(long all) {
        messages |= all;
    }

    boolean under(int message) {
        return (messages & Message.bit(message)) != 0;
    }

    void pack(long[] to, int at) {
        to[at] = messages
                | (long) cancels << 40
                | (long) duplicates << 41
                | (long) losses << 42
                | (long) operators << 43
                | (long) timeouts << 44
                | (long) reruns << 46
                | (long) marks << 48
                | (long) started << 52
                | (long) goods << 54
                | (long) money << 57
                | (long) parcel << 60;
        to[at + 1] = (long) stock
                | (long) payment << 16
                | (long) invoice << 32
                | (long) undo << 40
                | (long) undoHeard << 44
                | (long) undoReason << 48
                | (long) handedOver << 52;
        to[at + 2] = (long) order
                | (long) execution[0] << 24
                | (long) execution[1] << 32
                | (long) heard[0] << 40
                | (long) heard[1] << 44;
    }

    void unpack(long[] from, int at) {
        long first = from[at];
        messages = first & ((1L << 40) - 1);
        cancels = (int) (first >> 40) & 1;
        duplicates = (int) (first >> 41) & 1;
        losses = (int) (first >> 42) & 1;
        operators = (int) (first >> 43) & 1;
        timeouts = (int) (first >> 44) & 3;
        reruns = (int) (first >> 46) & 3;
        marks = (int) (first >> 48) & 15;
        started = (int) (first >> 52) & 3;
        goods = (int) (first >> 54) & 7;
        money = (int) (first >> 57) & 7;
        parcel = (int) (first >> 60) & 7;
        long second = from[at + 1];
        stock = (int) second & 0xffff;
        payment = (int) (second >> 16) & 0xffff;
        invoice = (int) (second >> 32) & 0xff;
        undo = (int) (second >> 40) & 15;
        undoHeard = (int) (second >> 44) & 15;
        undoReason = (int) (second >> 48) & 15;
        handedOver = (int) (second >> 52) & 1;
        long third = from[at + 2];
        order = (int) third & 0xffffff;
        execution[0] = (int) (third >> 24) & 0xff;
        execution[1] = (int) (third >> 32) & 0xff;
        heard[0] = (int) (third >> 40) & 15;
        heard[1] = (int) (third >> 44) & 15;
    }

    void set(World other) {
        messages = other.messages;
        stock = other.stock;
        payment = other.payment;
        invoice = other.invoice;
        order = other.order;
        started = other.started;
        System.arraycopy(other.execution, 0, execution, 0, 2);
        System.arraycopy(other.heard, 0, heard, 0, 2);
        undo = other.undo;
        undoHeard = other.undoHeard;
        undoReason = other.undoReason;
        goods = other.goods;
        money = other.money;
        parcel = other.parcel;
        marks = other.marks;
        handedOver = other.handedOver;
        timeouts = other.timeouts;
        cancels = other.cancels;
        duplicates = other.duplicates;
        losses = other.losses;
        operators = other.operators;
        reruns = other.reruns;
    }
}
