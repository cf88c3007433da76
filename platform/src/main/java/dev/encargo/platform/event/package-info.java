/// Events as CloudEvents on the bus.
@NullMarked
package dev.encargo.platform.event;

import org.jspecify.annotations.NullMarked;
