/// The template's handler classes, run as Lambda runs them.
@NullMarked
package dev.encargo.local.function;

import org.jspecify.annotations.NullMarked;
