package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.BucketResource;
import dev.encargo.local.template.model.TableResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// `AWS::S3::Bucket` and `AWS::DynamoDB::Table`.
final class StorageReader {

    private StorageReader() {}

    static void readBucket(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        List<BucketResource.Expiry> expiries = properties.child("LifecycleConfiguration").children("Rules").stream()
                .filter(rule -> rule.required("Status").equals("Enabled") && rule.has("ExpirationInDays"))
                .map(rule -> new BucketResource.Expiry(
                        rule.text("Prefix").orElse(""), Duration.ofDays(rule.number("ExpirationInDays", 1, 1, 36_500))))
                .toList();
        boolean versioned = properties
                .child("VersioningConfiguration")
                .text("Status")
                .map("Enabled"::equals)
                .orElse(false);
        draft.add(new BucketResource(
                resource.id(), draft.name(resource), draft.arn(resource), versioned, expiries, resource.at()));
    }

    static void readTable(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        List<TableResource.Index> indexes = properties.children("GlobalSecondaryIndexes").stream()
                .map(index -> new TableResource.Index(
                        index.required("IndexName"),
                        keys(index),
                        index.child("Projection").text("ProjectionType").orElse("ALL"),
                        index.at()))
                .toList();
        attributes(properties);
        Properties expiry = properties.child("TimeToLiveSpecification");
        Optional<String> attribute = expiry.flag("Enabled", false) ? expiry.text("AttributeName") : Optional.empty();
        draft.add(new TableResource(
                resource.id(),
                draft.name(resource),
                draft.arn(resource),
                keys(properties),
                indexes,
                attribute,
                resource.at()));
    }

    /// DynamoDB wants every key defined and every definition used.
    private static void attributes(Properties properties) {
        Set<String> defined = new TreeSet<>();
        properties.children("AttributeDefinitions").forEach(one -> defined.add(one.required("AttributeName")));
        Set<String> used = new TreeSet<>();
        List<Properties> keyed = new ArrayList<>(properties.children("GlobalSecondaryIndexes"));
        keyed.add(properties);
        keyed.forEach(one -> one.children("KeySchema").forEach(key -> used.add(key.required("AttributeName"))));
        if (!defined.equals(used)) {
            properties.refuse(
                    properties.at("AttributeDefinitions"),
                    english("AttributeDefinitions names %s", defined),
                    english("The keys of the table and its indexes are %s", used));
        }
    }

    private static TableResource.Keys keys(Properties declared) {
        String partition = "";
        Optional<String> sort = Optional.empty();
        for (Properties key : declared.children("KeySchema")) {
            if (key.required("KeyType").equals("HASH")) {
                partition = key.required("AttributeName");
            } else {
                sort = key.text("AttributeName");
            }
        }
        if (partition.isEmpty()) {
            declared.refuse(
                    declared.at("KeySchema"),
                    english("The key schema has no HASH key"),
                    english("Every table and index has one"));
        }
        return new TableResource.Keys(partition, sort);
    }
}
