package dev.encargo.providers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a payment method makes happen. A method that the provider does not know is declined.
enum Scenario {
    OK,
    DECLINED,
    UNKNOWN,
    SLOW,
    LATE,
    TIMEOUT,
    ERROR_THEN_PAID,
    DUPLICATE_WEBHOOK,
    WRONG_AMOUNT;

    private static final Duration SLOWNESS = Duration.ofSeconds(2);

    static Scenario of(String method) {
        return switch (method) {
            case "pm_ok" -> OK;
            case "pm_declined" -> DECLINED;
            case "pm_slow" -> SLOW;
            case "pm_late" -> LATE;
            case "pm_timeout" -> TIMEOUT;
            case "pm_error_then_paid" -> ERROR_THEN_PAID;
            case "pm_duplicate_webhook" -> DUPLICATE_WEBHOOK;
            case "pm_wrong_amount" -> WRONG_AMOUNT;
            default -> UNKNOWN;
        };
    }

    /// How long until it is decided; null for never.
    @Nullable
    Duration delay(Duration limit) {
        return switch (this) {
            case SLOW -> SLOWNESS;
            case LATE -> limit.plusMinutes(1);
            case TIMEOUT -> null;
            case OK, DECLINED, UNKNOWN, ERROR_THEN_PAID, DUPLICATE_WEBHOOK, WRONG_AMOUNT -> Duration.ZERO;
        };
    }

    /// Why no money is taken; null where it is.
    @Nullable
    String refusal() {
        return switch (this) {
            case DECLINED -> "card_declined";
            case UNKNOWN -> "unknown_payment_method";
            case OK, SLOW, LATE, TIMEOUT, ERROR_THEN_PAID, DUPLICATE_WEBHOOK, WRONG_AMOUNT -> null;
        };
    }

    /// Whether money is taken although the payment was canceled in time.
    boolean breaksItsWord() {
        return this == LATE;
    }

    long captured(long amount) {
        if (this != WRONG_AMOUNT) {
            return amount;
        }
        return amount > 1 ? amount - 1 : amount + 1;
    }

    int copies() {
        return this == DUPLICATE_WEBHOOK ? 2 : 1;
    }
}
