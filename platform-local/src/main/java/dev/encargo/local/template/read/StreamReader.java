package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.StreamResource;
import dev.encargo.local.template.model.StreamResource.Compression;
import java.util.Optional;

/// `AWS::KinesisFirehose::DeliveryStream` into a bucket.
final class StreamReader {

    private StreamReader() {}

    static void read(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        if (!properties.has("ExtendedS3DestinationConfiguration")) {
            properties.refuse(
                    resource.at(),
                    english("The stream has no ExtendedS3DestinationConfiguration"),
                    english("A bucket is the only destination that the local host has"));
        }
        Properties destination = properties.child("ExtendedS3DestinationConfiguration");
        Properties buffer = destination.child("BufferingHints");
        draft.add(new StreamResource(
                resource.id(),
                draft.name(resource),
                draft.arn(resource),
                destination.required("BucketARN"),
                destination.text("Prefix").orElse(""),
                destination.text("ErrorOutputPrefix").orElse(""),
                destination.text("FileExtension").orElse(""),
                buffer.seconds("IntervalInSeconds", 300, 0, 900),
                buffer.number("SizeInMBs", 5, 1, 128),
                compression(destination),
                delimiter(destination),
                destination.text("RoleARN"),
                resource.at()));
    }

    private static Compression compression(Properties destination) {
        String format = destination.text("CompressionFormat").orElse("UNCOMPRESSED");
        if (!format.equals("UNCOMPRESSED") && !format.equals("GZIP")) {
            destination.refuse(
                    destination.at("CompressionFormat"),
                    english("The local host cannot write %s", format),
                    english("It writes UNCOMPRESSED or GZIP"));
        }
        return format.equals("GZIP") ? Compression.GZIP : Compression.UNCOMPRESSED;
    }

    private static Optional<String> delimiter(Properties destination) {
        Properties processing = destination.child("ProcessingConfiguration");
        Optional<String> delimiter = Optional.empty();
        for (Properties processor : processing.children("Processors")) {
            String type = processor.required("Type");
            if (type.equals("AppendDelimiterToRecord")) {
                delimiter = processor.children("Parameters").stream()
                        .filter(parameter -> parameter.required("ParameterName").equals("Delimiter"))
                        .flatMap(parameter -> parameter.text("ParameterValue").stream())
                        .findFirst()
                        .or(() -> Optional.of("\\n"));
            } else {
                processor.refuse(
                        processor.at("Type"),
                        english("The local host has no processor %s", type),
                        english("It has AppendDelimiterToRecord"));
            }
        }
        return processing.flag("Enabled", false) ? delimiter.map(String::translateEscapes) : Optional.empty();
    }
}
