package dev.encargo.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
        Code.MAIN.stream().filter(IndexRules::declares).forEach(type -> all.addAll(constant(type)));
        return all;
    }

    static List<String> everyStoreThatGivesEntriesNamesItsIndexes(JavaClasses classes, String root) {
        List<String> found = new ArrayList<>();
        classes.that(resideInAnyPackage(Code.packages(root, Code.CONTEXTS, "..")))
                .forEach(type -> {
                    boolean names = declares(type) && !constant(type).isEmpty();
                    if (names != givesEntries(type)) {
                        found.add(type.getName()
                                + (names ? " names indexes and gives no entries" : " gives entries unnamed"));
                    }
                });
        return found;
    }

    private static boolean givesEntries(JavaClass type) {
        return type.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(IndexEntry.class));
    }

    private static boolean declares(JavaClass type) {
        return type.tryGetField(CONSTANT).isPresent();
    }

    private static List<String> constant(JavaClass type) {
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
