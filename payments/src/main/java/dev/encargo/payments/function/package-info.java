/// Lambda's entries to payments' use cases.
@NullMarked
package dev.encargo.payments.function;

import org.jspecify.annotations.NullMarked;
