/// The stock of one order, pure: what is reserved, what is shipped, what was stopped.
@NullMarked
package dev.encargo.inventory.model;

import org.jspecify.annotations.NullMarked;
