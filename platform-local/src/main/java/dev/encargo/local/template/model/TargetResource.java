package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.Map;
import java.util.Optional;

/// Where a rule delivers. At most one of `inputPath`, `input` and `transformer` is present; without any, the whole
/// event.
public record TargetResource(
        String id,
        String arn,
        Optional<String> roleArn,
        Optional<String> inputPath,
        Optional<String> input,
        Optional<InputTransformer> transformer,
        RetryPolicy retry,
        Optional<String> deadLetterArn,
        Optional<String> messageGroupId,
        Position at) {

    /// `paths` gives each variable its JSON path; `template` uses them as `<name>`. A path that finds nothing makes
    /// no variable.
    public record InputTransformer(Map<String, String> paths, String template) {
        public InputTransformer {
            paths = Map.copyOf(paths);
        }
    }
}
