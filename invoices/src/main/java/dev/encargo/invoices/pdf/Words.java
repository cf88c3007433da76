package dev.encargo.invoices.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of our papers in one language.
record Words(
        String language,
        String invoice,
        String creditNote,
        String number,
        String date,
        String order,
        String orderDate,
        String corrects,
        String billedTo,
        String taxId,
        String description,
        String quantity,
        String unitPrice,
        String tax,
        String amount,
        String taxSummary,
        String rate,
        String base,
        String net,
        String total,
        String refunded,
        String carried,
        String brought,
        String paid,
        String refundNote,
        String page,
        String of,
        String customer,
        List<String> months) {

    static final Words ENGLISH = new Words(
            "en",
            "Invoice",
            "Credit note",
            "Invoice number",
            "Issue date",
            "Order",
            "Order date",
            "Corrects invoice",
            "Billed to",
            "Tax ID",
            "Description",
            "Qty",
            "Unit price",
            "Tax",
            "Net amount",
            "Tax summary",
            "Rate",
            "Taxable",
            "Net total",
            "Total",
            "Total credited",
            "Carried forward",
            "Brought forward",
            "Paid in full. Nothing is due. Thank you for your order.",
            "This credit note cancels the invoice above in full. The amount goes back to the payment method used.",
            "Page",
            "of",
            "Customer",
            List.of("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                    "November", "December"));

    static final Words SPANISH = new Words(
            "es",
            "Factura",
            "Factura rectificativa",
            "Número de factura",
            "Fecha de emisión",
            "Pedido",
            "Fecha del pedido",
            "Rectifica la factura",
            "Facturado a",
            "NIF",
            "Descripción",
            "Cant.",
            "Precio",
            "IVA",
            "Importe neto",
            "Desglose de impuestos",
            "Tipo",
            "Base imponible",
            "Total neto",
            "Total",
            "Total abonado",
            "Suma y sigue",
            "Suma anterior",
            "Pagada en su totalidad. No queda nada pendiente. Gracias por su pedido.",
            "Esta factura rectificativa anula por completo la factura indicada. El importe se devuelve al medio de pago utilizado.",
            "Página",
            "de",
            "Cliente",
            List.of("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                    "noviembre", "diciembre"));

    /// English unless the locale is Spanish.
    static Words of(@Nullable String locale) {
        return locale != null && locale.startsWith("es") ? SPANISH : ENGLISH;
    }

    boolean isSpanish() {
        return language.equals("es");
    }
}
