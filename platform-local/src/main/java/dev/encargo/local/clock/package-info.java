/// Business time: it moves by itself, or from due moment to due moment when told.
@NullMarked
package dev.encargo.local.clock;

import org.jspecify.annotations.NullMarked;
