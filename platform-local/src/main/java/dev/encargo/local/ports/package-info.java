/// The ports of one function on this host.
@NullMarked
package dev.encargo.local.ports;

import org.jspecify.annotations.NullMarked;
