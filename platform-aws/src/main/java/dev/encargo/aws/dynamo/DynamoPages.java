package dev.encargo.aws.dynamo;

import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import dev.encargo.platform.documents.StoredDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Pages of documents that an index names. Each document is read by its key, and left out when it has moved on
/// since the index saw it.
final class DynamoPages {
    private final DynamoIndexes indexes;
    private final Function<DocumentKey, Optional<Map<String, AttributeValue>>> read;
    private final Items items;

    DynamoPages(DynamoIndexes indexes, Function<DocumentKey, Optional<Map<String, AttributeValue>>> read, Items items) {
        this.indexes = indexes;
        this.read = read;
        this.items = items;
    }

    Page page(String collection, IndexQuery query) {
        Bounds bounds = Bounds.of(query);
        if (bounds.isEmpty()) {
            return new Page(List.of(), null);
        }
        Index index = Index.declared(query.index());
        String in = Items.partition(collection, query.partition());
        List<Map<String, AttributeValue>> found = indexes.keys(
                index.between(in, bounds.low(), bounds.high()).scanIndexForward(!query.descending()),
                query.limit() + 1,
                entry -> !bounds.left(Items.get(entry, index.sort())));
        boolean more = found.size() > query.limit();
        List<Map<String, AttributeValue>> page = more ? found.subList(0, query.limit()) : found;
        return new Page(documents(index, page), more ? Items.get(page.getLast(), index.sort()) : null);
    }

    private List<StoredDocument> documents(Index index, List<Map<String, AttributeValue>> page) {
        List<Callable<Optional<StoredDocument>>> reads = page.stream()
                .<Callable<Optional<StoredDocument>>>map(entry -> () -> document(index, entry))
                .toList();
        return Together.ask(reads).stream().flatMap(Optional::stream).toList();
    }

    private Optional<StoredDocument> document(Index index, Map<String, AttributeValue> entry) {
        return read.apply(Items.key(entry))
                .filter(item -> isAt(entry, item, index.partition()) && isAt(entry, item, index.sort()))
                .map(items::document);
    }

    private static boolean isAt(Map<String, AttributeValue> entry, Map<String, AttributeValue> item, String attribute) {
        return Items.get(entry, attribute)
                .equals(Optional.ofNullable(item.get(attribute))
                        .map(AttributeValue::s)
                        .orElse(null));
    }
}
