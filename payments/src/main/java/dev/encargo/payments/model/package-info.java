/// The payment of one order, pure: asked for once, captured or declined, given back.
@NullMarked
package dev.encargo.payments.model;

import org.jspecify.annotations.NullMarked;
