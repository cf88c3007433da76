/// The functions that the template names, and how requests and answers read.
@NullMarked
package dev.encargo.orders.function;

import org.jspecify.annotations.NullMarked;
