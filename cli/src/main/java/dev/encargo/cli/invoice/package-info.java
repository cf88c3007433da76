/// Invoices and credit notes as files.
@NullMarked
package dev.encargo.cli.invoice;

import org.jspecify.annotations.NullMarked;
