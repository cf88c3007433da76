/// Lambda's entries to inventory's use cases.
@NullMarked
package dev.encargo.inventory.function;

import org.jspecify.annotations.NullMarked;
