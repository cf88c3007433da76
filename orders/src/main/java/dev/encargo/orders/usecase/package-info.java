/// What callers and events do with orders: one class a sentence.
@NullMarked
package dev.encargo.orders.usecase;

import org.jspecify.annotations.NullMarked;
