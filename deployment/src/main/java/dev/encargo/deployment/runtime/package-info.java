/// Lambda's side of a function's process: starts it as Lambda does and speaks the Runtime API with it.
@NullMarked
package dev.encargo.deployment.runtime;

import org.jspecify.annotations.NullMarked;
