package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.store.ReadOnly;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The workflows that run or ran for an order, from the host's file. The stock document names the one that owns the
/// order, an undo has the order's id as its name; where neither is found, all are searched.
final class OrderWorkflows {
    private static final String COLUMNS = "SELECT e.machine, e.name, e.status, e.started, e.stopped FROM executions e";
    private static final String KNOWN = COLUMNS
            + " JOIN documents d ON e.machine = 'FulfilOrder' AND e.name = json_extract(d.body, '$.owner')"
            + " WHERE d.collection = 'stock' AND d.id = ? UNION ALL " + COLUMNS
            + " WHERE e.machine = 'UndoOrder' AND e.name = ?";
    private static final String SEARCHED = COLUMNS + " WHERE instr(e.state, ?) > 0";

    private OrderWorkflows() {}

    /// Objects `{workflow, name, status, started, stopped?}`.
    static List<ObjectNode> of(String orderId, ReadOnly stored) {
        List<ObjectNode> known = stored.list(KNOWN, OrderWorkflows::read, orderId, orderId);
        return known.isEmpty() ? stored.list(SEARCHED, OrderWorkflows::read, orderId) : known;
    }

    private static ObjectNode read(ResultSet row) throws SQLException {
        ObjectNode workflow = JsonNodeFactory.instance
                .objectNode()
                .put("workflow", row.getString(1))
                .put("name", row.getString(2))
                .put("status", row.getString(3))
                .put("started", Instant.ofEpochMilli(row.getLong(4)).toString());
        long stopped = row.getLong(5);
        return row.wasNull()
                ? workflow
                : workflow.put("stopped", Instant.ofEpochMilli(stopped).toString());
    }
}
