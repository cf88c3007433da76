/// One short entry per use case.
@NullMarked
package dev.encargo.invoices.function;

import org.jspecify.annotations.NullMarked;
