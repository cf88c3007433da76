/// The boundary between a Lambda event and a plain method.
@NullMarked
package dev.encargo.platform.function;

import org.jspecify.annotations.NullMarked;
