/// Performs what a crash left.
@NullMarked
package dev.encargo.platform.relay;

import org.jspecify.annotations.NullMarked;
