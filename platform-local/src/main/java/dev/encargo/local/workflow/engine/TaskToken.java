package dev.encargo.local.workflow.engine;

import dev.encargo.local.workflow.data.Chance;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What answers a waiting task from elsewhere. It names the execution, so that the host needs no index of tokens,
/// and holds a proof that only the execution's seed gives.
///
/// @param executionArn the execution that waits
/// @param task the task that it waits for
/// @param proof what tells the token from one made up
public record TaskToken(String executionArn, String task, String proof) {
    private static final int PARTS = 3;

    static TaskToken of(Execution execution, Frame frame) {
        String proof = Chance.of(execution.seed, -frame.sequence).uuid().toString();
        return new TaskToken(execution.info.arn(), frame.task(), proof);
    }

    public String write() {
        String text = executionArn + "\n" + task + "\n" + proof;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The token that a text is, or empty when it is none.
    public static Optional<TaskToken> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\n", -1);
            return parts.length == PARTS ? Optional.of(new TaskToken(parts[0], parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
