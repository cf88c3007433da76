package dev.encargo.cli.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.control.Control;
import java.util.Map;

/// Asks a running host for its operations: see [Control].
public final class ControlClient {
    private final Api api;
    private final String key;

    ControlClient(RunningHost host, String named) {
        this.api = new Api(host.api(), named);
        this.key = host.key();
    }

    public JsonNode ask(String operation, ObjectNode arguments) {
        return api.post(Control.PREFIX + "/" + operation, arguments.toString(), Map.of(Control.KEY_HEADER, key));
    }
}
