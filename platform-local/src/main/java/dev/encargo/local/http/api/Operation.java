package dev.encargo.local.http.api;

import dev.encargo.local.http.validation.RequestRules;
import dev.encargo.local.http.wire.Response;

/// One method of one path. `open` ones ask nobody who they are; `bodyLimit` is in bytes.
record Operation(
        String method,
        String resource,
        Integration integration,
        RequestRules rules,
        Throttle throttle,
        boolean open,
        int bodyLimit) {

    /// Who answers.
    sealed interface Integration {}

    /// A function, by its logical id.
    record Function(String id) implements Integration {}

    /// The document itself.
    record Mock(Response response) implements Integration {}
}
