/// What can be done with invoices: one class a sentence.
@NullMarked
package dev.encargo.invoices.usecase;

import org.jspecify.annotations.NullMarked;
