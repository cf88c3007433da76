/// Where payment documents are kept.
@NullMarked
package dev.encargo.payments.store;

import org.jspecify.annotations.NullMarked;
