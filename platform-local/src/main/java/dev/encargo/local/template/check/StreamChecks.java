package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StreamResource;
import dev.encargo.local.template.source.Refusals;

/// A stream lands in a bucket that exists, by a role that may write there.
final class StreamChecks {

    private StreamChecks() {}

    static void check(Stack stack, Refusals refusals) {
        stack.streams().values().forEach(stream -> check(stream, stack, refusals));
    }

    private static void check(StreamResource stream, Stack stack, Refusals refusals) {
        if (stack.bucketByArn(stream.bucketArn()).isEmpty()) {
            refusals.add(
                    stream.at(),
                    english("%s lands in a bucket that does not exist", stream.id()),
                    english("Nothing in this template has the ARN %s", stream.bucketArn()),
                    english("Refer to a bucket of this template with !GetAtt Bucket.Arn"));
        } else if (stream.roleArn().isEmpty()) {
            refusals.add(
                    stream.at(),
                    english("%s has no RoleARN", stream.id()),
                    english("Firehose writes to the bucket with it"),
                    english("Name a role that firehose.amazonaws.com may take"));
        } else {
            Roles.mustAllow(
                    stream.roleArn().get(),
                    "firehose.amazonaws.com",
                    "s3:PutObject",
                    stream.bucketArn() + "/x",
                    stream.at(),
                    stack,
                    refusals);
        }
        if (stream.prefix().contains("!{") && !stream.errorPrefix().contains("!{firehose:error-output-type}")) {
            refusals.add(
                    stream.at(),
                    english("%s needs an ErrorOutputPrefix with !{firehose:error-output-type}", stream.id()),
                    english("Firehose demands it as soon as Prefix has placeholders"),
                    english("Add it"));
        }
    }
}
