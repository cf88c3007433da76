package dev.encargo.local.control;

import com.fasterxml.jackson.databind.JsonNode;

/// One thing that an operator may ask. A [dev.encargo.local.http.wire.Problem] thrown is the answer.
@FunctionalInterface
interface Operation {
    JsonNode perform(Asked asked) throws InterruptedException;
}
