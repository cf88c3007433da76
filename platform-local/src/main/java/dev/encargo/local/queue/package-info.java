/// Queues with visibility, redrive and dead letters, and the pollers that feed functions from them.
@NullMarked
package dev.encargo.local.queue;

import org.jspecify.annotations.NullMarked;
