/// What a write wants to happen: as data when decided, performed after the write or by the relay.
@NullMarked
package dev.encargo.platform.effects;

import org.jspecify.annotations.NullMarked;
