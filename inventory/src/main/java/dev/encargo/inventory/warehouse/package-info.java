/// The warehouse, an outside party.
@NullMarked
package dev.encargo.inventory.warehouse;

import org.jspecify.annotations.NullMarked;
