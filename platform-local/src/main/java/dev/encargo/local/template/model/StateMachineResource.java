package dev.encargo.local.template.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.template.source.Position;
import java.util.Optional;

/// A state machine. `definitionJson` has its substitutions applied; `definitionFile` is where it was read from.
public record StateMachineResource(
        String id,
        String name,
        String arn,
        Kind kind,
        String definitionFile,
        String definitionJson,
        JsonNode definition,
        Optional<String> roleArn,
        boolean logsExecutionData,
        Position at)
        implements Resource {

    /// Where a line of the definition's text is written.
    public Position definedAt(int line) {
        return definitionFile.equals(at.file()) ? at : new Position(definitionFile, line);
    }

    public enum Kind {
        STANDARD,
        EXPRESS
    }
}
