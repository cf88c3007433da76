/// The payment provider, an outside party.
@NullMarked
package dev.encargo.payments.provider;

import org.jspecify.annotations.NullMarked;
