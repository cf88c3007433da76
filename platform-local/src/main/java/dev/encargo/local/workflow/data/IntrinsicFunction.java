package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;

/// What an intrinsic function computes.
@FunctionalInterface
interface IntrinsicFunction {
    JsonNode apply(Arguments arguments);
}
