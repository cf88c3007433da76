/// What a running execution does next: pure decisions about a serialisable value.
@NullMarked
package dev.encargo.local.workflow.engine;

import org.jspecify.annotations.NullMarked;
