package dev.encargo.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.TableResource;
import dev.encargo.local.template.model.TableResource.Index;
import dev.encargo.platform.documents.IndexEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The indexes that store classes name in their constant `INDEXES`, and those that the template's table has.
final class IndexRules {

    /// The relay's own index, of no store class.
    private static final String PENDING = "pending";

    private static final String CONSTANT = "INDEXES";

    private IndexRules() {}

    static List<String> everyIndexIsInTheTableAndNoOther(Stack stack) {
        Set<String> declared = new TreeSet<>(declared());
        declared.add(PENDING);
        Set<String> built = new TreeSet<>();
        indexes(stack).forEach(index -> built.add(index.name()));
        List<String> found = new ArrayList<>();
        declared.stream()
                .filter(name -> !built.contains(name))
                .forEach(name -> found.add("the table lacks the index " + name));
        built.stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> found.add("no store class names the index " + name));
        return found;
    }

    /// An adapter finds an index's attributes by its name.
    static List<String> everyIndexHasTheAttributesOfItsName(Stack stack) {
        return indexes(stack).stream()
                .filter(index -> !index.name().equals(PENDING))
                .filter(index -> !index.keys().partition().equals(index.name())
                        || !index.keys().sort().equals(Optional.of(index.name() + "-sort")))
                .map(index -> index.name() + " is keyed by " + index.keys())
                .toList();
    }

    /// A query reads the documents by id: an index that kept their bodies would be paid for twice and lag.
    static List<String> everyIndexKeepsKeysOnly(Stack stack) {
        return indexes(stack).stream()
                .filter(index -> !index.projection().equals("KEYS_ONLY"))
                .map(index -> index.name() + " keeps " + index.projection())
                .toList();
    }

    private static List<Index> indexes(Stack stack) {
        return stack.tables().values().stream()
                .map(TableResource::indexes)
                .flatMap(Collection::stream)
                .toList();
    }

    static Set<String> declared() {
        Set<String> all = new TreeSet<>();
        declaring().forEach(type -> all.addAll(constant(type)));
        return all;
    }

    /// The store classes of the contexts that give index entries, and those that name indexes.
    static Set<String> indexing() {
        Set<String> names = new TreeSet<>();
        Code.MAIN.stream()
                .filter(type ->
                        Code.CONTEXTS.stream().anyMatch(context -> Code.isUnder(type, Code.ROOT + "." + context)))
                .filter(type -> type.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(IndexEntry.class)))
                .forEach(type -> names.add(type.getName()));
        return names;
    }

    static List<JavaClass> declaring() {
        return Code.MAIN.stream()
                .filter(type -> type.tryGetField(CONSTANT).isPresent())
                .toList();
    }

    static List<String> constant(JavaClass type) {
        try {
            List<String> names = new ArrayList<>();
            List<?> value = (List<?>) type.reflect().getField(CONSTANT).get(null);
            value.forEach(name -> names.add((String) name));
            return names;
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(type.getName() + "." + CONSTANT + " is not a public constant", hidden);
        }
    }
}
