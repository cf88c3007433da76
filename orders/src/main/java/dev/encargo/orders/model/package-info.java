/// What an order is and how it moves. Pure: no clock, no store, no JSON.
@NullMarked
package dev.encargo.orders.model;

import org.jspecify.annotations.NullMarked;
