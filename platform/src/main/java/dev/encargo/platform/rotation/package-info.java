/// The rotation of the secrets that Encargo itself makes, as Secrets Manager asks for it.
@NullMarked
package dev.encargo.platform.rotation;

import org.jspecify.annotations.NullMarked;
