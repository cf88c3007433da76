package dev.encargo.notifications;

import dev.encargo.contracts.Figures;
import dev.encargo.contracts.UndoReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /// Why an order ended, in a sentence or two.
    String rejection(@Nullable String reason) {
        return rejections.entrySet().stream()
                .filter(known -> known.getKey().name().equals(reason))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(rejectedText);
    }
}
