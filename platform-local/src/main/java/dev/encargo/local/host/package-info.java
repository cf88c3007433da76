/// The host: everything that the template names, started in one process.
@NullMarked
package dev.encargo.local.host;

import org.jspecify.annotations.NullMarked;
