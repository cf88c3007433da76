package dev.encargo.local.function;

import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.platform.Platform;

/// Makes the platform that one instance of a function sees, bound to its scope.
@FunctionalInterface
public interface Platforms {
    Platform of(FunctionResource function, Scope scope);
}
