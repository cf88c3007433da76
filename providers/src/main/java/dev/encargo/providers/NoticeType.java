package dev.encargo.providers;

/// What a notice tells.
public enum NoticeType {
    PAYMENT_CAPTURED("payment.captured", Party.PAYMENTS),
    PAYMENT_DECLINED("payment.declined", Party.PAYMENTS),
    PAYMENT_REFUNDED("payment.refunded", Party.PAYMENTS),
    STOCK_RESERVED("stock.reserved", Party.WAREHOUSE),
    STOCK_REFUSED("stock.refused", Party.WAREHOUSE),
    STOCK_RELEASED("stock.released", Party.WAREHOUSE),
    SHIPMENT_DISPATCHED("shipment.dispatched", Party.WAREHOUSE),
    SHIPMENT_DELIVERED("shipment.delivered", Party.WAREHOUSE);

    private final String word;
    private final Party party;

    NoticeType(String word, Party party) {
        this.word = word;
        this.party = party;
    }

    /// As it is written in the notice.
    public String word() {
        return word;
    }

    Party party() {
        return party;
    }
}
