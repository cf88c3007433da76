/// Commands about events, their rules, and what rules did with them.
@NullMarked
package dev.encargo.cli.events;

import org.jspecify.annotations.NullMarked;
