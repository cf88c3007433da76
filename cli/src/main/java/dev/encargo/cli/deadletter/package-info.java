/// Commands about dead letters: what queues, targets and functions could not take.
@NullMarked
package dev.encargo.cli.deadletter;

import org.jspecify.annotations.NullMarked;
