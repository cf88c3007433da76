/// Calls to parties outside Encargo over HTTP.
@NullMarked
package dev.encargo.platform.outside;

import org.jspecify.annotations.NullMarked;
