/// What an invoice is and may become: immutable values, no clock, no store, no paper.
@NullMarked
package dev.encargo.invoices.model;

import org.jspecify.annotations.NullMarked;
