/// Durable workflow executions.
@NullMarked
package dev.encargo.local.execution;

import org.jspecify.annotations.NullMarked;
