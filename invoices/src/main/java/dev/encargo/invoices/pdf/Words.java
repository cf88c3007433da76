package dev.encargo.invoices.pdf;

import dev.encargo.contracts.Figures;

/// The words of our papers in one language.
record Words(
        String invoice,
        String creditNote,
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
        String rate,
        String base,
        String net,
        String total,
        String refunded,
        String carried,
        String brought,
        String paid,
        String refundNote,
        String nothingBack,
        String page,
        String of,
        String customer) {

    static final Words ENGLISH = new Words(
            "Invoice",
            "Credit note",
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
            "Rate",
            "Taxable",
            "Net total",
            "Total",
            "Total credited",
            "Carried forward",
            "Brought forward",
            "Paid in full. Nothing is due. Thank you for your order.",
            "This credit note cancels the invoice above in full. The amount goes back to the payment method used.",
            "This credit note cancels the invoice above in full. Nothing had been charged.",
            "Page",
            "of",
            "Customer");

    static final Words SPANISH = new Words(
            "Factura",
            "Factura rectificativa",
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
            "Tipo",
            "Base imponible",
            "Total neto",
            "Total",
            "Total abonado",
            "Suma y sigue",
            "Suma anterior",
            "Pagada en su totalidad. No queda nada pendiente. Gracias por su pedido.",
            "Esta factura rectificativa anula por completo la factura indicada. El importe se devuelve al medio de pago utilizado.",
            "Esta factura rectificativa anula por completo la factura indicada. No se había cobrado nada.",
            "Página",
            "de",
            "Cliente");

    static Words of(Figures figures) {
        return switch (figures) {
            case ENGLISH -> ENGLISH;
            case SPANISH -> SPANISH;
        };
    }
}
