/// Where invoices, their numbers and their files are kept.
@NullMarked
package dev.encargo.invoices.store;

import org.jspecify.annotations.NullMarked;
