package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.time.Duration;
import java.util.Optional;

/// A delivery stream: records are gathered for `bufferInterval` or until `bufferMegabytes`, then land as one file
/// in the bucket under `prefix` (with `!{timestamp:…}` placeholders, UTC) and with `fileExtension`.
public record StreamResource(
        String id,
        String name,
        String arn,
        String bucketArn,
        String prefix,
        String errorPrefix,
        String fileExtension,
        Duration bufferInterval,
        int bufferMegabytes,
        Compression compression,
        Optional<String> delimiter,
        Optional<String> roleArn,
        Position at)
        implements Resource {

    public enum Compression {
        UNCOMPRESSED,
        GZIP
    }
}
