package dev.encargo.notifications;

import dev.encargo.contracts.Figures;
import dev.encargo.contracts.UndoReason;
import java.util.Map;

/// Our mails in Spanish.
final class Spanish {
    static final Phrases PHRASES = new Phrases(
            Figures.SPANISH,
            "Hola:",
            "Hola, %s:",
            new Phrases.Title("Su pedido %s está pagado: aquí tiene su factura", "Gracias por su pedido"),
            "Hemos recibido su pago y estamos preparando su pedido. Su factura es la %s.",
            new Phrases.Title("Su pedido %s está en camino", "Su pedido está en camino"),
            "Su paquete ha salido de nuestro almacén.",
            new Phrases.Title("No hemos podido completar su pedido %s", "No hemos podido completar su pedido"),
            Map.of(
                    UndoReason.OutOfStock,
                    "Lo sentimos: un artículo de su pedido está agotado, así que el pedido ha terminado. No se le ha cobrado nada.",
                    UndoReason.PaymentDeclined,
                    "Su pago fue rechazado, así que el pedido ha terminado. No se le ha cobrado nada. Puede volver a pedir con otro medio de pago.",
                    UndoReason.ReservationTimedOut,
                    "Lo sentimos: no hemos podido reservar sus artículos a tiempo, así que el pedido ha terminado. No se le ha cobrado nada.",
                    UndoReason.PaymentTimedOut,
                    "Su pago no se confirmó a tiempo, así que el pedido ha terminado. Si aún llegara algún cobro, se lo devolveremos de inmediato.",
                    UndoReason.AmountMismatch,
                    "El importe cobrado no era el de su pedido, así que el pedido ha terminado. Le devolvemos todo lo cobrado."),
            "Lo sentimos: su pedido ha terminado. Si ya había pagado, le devolvemos el dinero.",
            new Phrases.Title("Su pedido %s está cancelado", "Su pedido está cancelado"),
            "Su pedido está cancelado y le devolvemos su pago de %s al medio de pago que utilizó. Según su banco, puede tardar unos días.",
            "Su factura queda anulada por la factura rectificativa %s; abajo tiene ambas.",
            "Su pedido está cancelado. No se le ha cobrado nada.",
            new Phrases.Title("Le devolvemos el pago de su pedido %s", "Su dinero está en camino"),
            "Un pago de %s nos llegó cuando su pedido ya estaba cerrado. Lo hemos devuelto al medio de pago que utilizó. Según su banco, puede tardar unos días.",
            "Ver factura",
            "Ver factura rectificativa",
            "Pedido",
            "Neto",
            "IVA",
            "Total",
            "Recibe este mensaje porque hizo un pedido en %s");

    private Spanish() {}
}
