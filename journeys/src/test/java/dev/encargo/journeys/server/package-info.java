/// Hosts whose documents a server keeps.
@NullMarked
package dev.encargo.journeys.server;

import org.jspecify.annotations.NullMarked;
