/// What the bus does with an event: rules, targets, retries, dead letters.
@NullMarked
package dev.encargo.local.delivery;

import org.jspecify.annotations.NullMarked;
