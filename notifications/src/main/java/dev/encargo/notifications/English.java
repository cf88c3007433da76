package dev.encargo.notifications;

import dev.encargo.contracts.Figures;
import dev.encargo.contracts.UndoReason;
import java.util.Map;

/// Our mails in English.
final class English {
    static final Phrases PHRASES = new Phrases(
            Figures.ENGLISH,
            "Hello,",
            "Hello %s,",
            new Phrases.Title("Your order %s is paid: here is your invoice", "Thank you for your order"),
            "We have received your payment and are getting your order ready. Your invoice is %s.",
            new Phrases.Title("Your order %s is on its way", "Your order is on its way"),
            "Your parcel has left our warehouse.",
            new Phrases.Title("We could not complete your order %s", "We could not complete your order"),
            Map.of(
                    UndoReason.OutOfStock,
                    "We are sorry: something you ordered is out of stock, so your order has ended. You have not been charged.",
                    UndoReason.PaymentDeclined,
                    "Your payment was declined, so your order has ended. You have not been charged. You are welcome to order again with another payment method.",
                    UndoReason.ReservationTimedOut,
                    "We are sorry: we could not set your goods aside in time, so your order has ended. You have not been charged.",
                    UndoReason.PaymentTimedOut,
                    "Your payment was not confirmed in time, so your order has ended. Should any money still arrive, we send it straight back.",
                    UndoReason.AmountMismatch,
                    "The amount taken for your payment was not the amount of your order, so your order has ended. Everything that was taken goes back to you."),
            "We are sorry: your order has ended. If you had already paid, the money goes back to you.",
            new Phrases.Title("Your order %s is canceled", "Your order is canceled"),
            "Your order is canceled and your payment of %s goes back to the payment method you used. Depending on your bank this takes a few days.",
            "Your invoice is canceled by the credit note %s; both are below.",
            "Your order is canceled. You have not been charged.",
            new Phrases.Title("Your payment for order %s goes back to you", "Your money is on its way back"),
            "A payment of %s reached us after your order had been closed. We have sent it back to the payment method you used. Depending on your bank this takes a few days.",
            "View invoice",
            "View credit note",
            "Order",
            "Net",
            "Tax",
            "Total",
            "You receive this message because you placed an order with %s");

    private English() {}
}
