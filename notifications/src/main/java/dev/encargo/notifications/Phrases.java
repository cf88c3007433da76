package dev.encargo.notifications;

import dev.encargo.contracts.Figures;
import dev.encargo.contracts.OrderEvent.OrderStatusChanged;
import dev.encargo.contracts.UndoReason;
import java.util.Map;

/// The sentences of our mails in one language. `%s` stands for the order, name, number or amount that the letter
/// puts there.
record Phrases(
        Figures figures,
        String hello,
        String helloTo,
        Title paid,
        String paidText,
        Title shipped,
        String shippedText,
        Title rejected,
        Map<UndoReason, String> rejections,
        String rejectedText,
        Title canceled,
        String canceledPaid,
        String credited,
        String canceledUnpaid,
        Title refunded,
        String refundedText,
        String invoiceLink,
        String creditNoteLink,
        String order,
        String net,
        String tax,
        String total,
        String closing) {

    record Title(String subject, String heading) {}

    static Phrases of(Figures figures) {
        return switch (figures) {
            case ENGLISH -> English.PHRASES;
            case SPANISH -> Spanish.PHRASES;
        };
    }

    /// Why an order ended, in a sentence or two. Only a wrong amount is taken and given back by a rejection; should
    /// another one ever do so, nothing is said of money that is not true.
    String rejection(OrderStatusChanged changed) {
        boolean unexpected =
                changed.refunded() != null && !UndoReason.AmountMismatch.name().equals(changed.reason());
        return rejections.entrySet().stream()
                .filter(known -> !unexpected && known.getKey().name().equals(changed.reason()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(rejectedText);
    }
}
