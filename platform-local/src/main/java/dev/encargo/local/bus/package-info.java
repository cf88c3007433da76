/// The bus's decisions, without its deliveries: which rules an event matches, why the others do not, and what a
/// target is given.
@NullMarked
package dev.encargo.local.bus;

import org.jspecify.annotations.NullMarked;
