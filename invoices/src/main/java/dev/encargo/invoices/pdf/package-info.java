/// Draws invoices and credit notes as PDF 1.7, written directly. Start reading at `InvoicePaper`.
@NullMarked
package dev.encargo.invoices.pdf;

import org.jspecify.annotations.NullMarked;
