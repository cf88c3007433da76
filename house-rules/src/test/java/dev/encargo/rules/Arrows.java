package dev.encargo.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.lang.syntax.elements.GivenClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who may depend on whom, for the packages under `root` (another root than the product's shows that a rule can
/// fail).
record Arrows(String root) {

    private static final Set<String> ALL = Set.of(
            "contracts",
            "platform",
            "orders",
            "payments",
            "inventory",
            "invoices",
            "notifications",
            "analytics",
            "aws",
            "local",
            "providers");

    /// What each module may use of the others; it may always use itself. A module that is missing is refused.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("contracts", Set.of()),
            Map.entry("platform", Set.of("contracts")),
            Map.entry("orders", Set.of("contracts", "platform")),
            Map.entry("payments", Set.of("contracts", "platform")),
            Map.entry("inventory", Set.of("contracts", "platform")),
            Map.entry("invoices", Set.of("contracts", "platform")),
            Map.entry("notifications", Set.of("contracts", "platform")),
            Map.entry("analytics", Set.of()),
            Map.entry("aws", Set.of("contracts", "platform")),
            Map.entry("local", Set.of("contracts", "platform")),
            Map.entry("providers", Set.of()),
            Map.entry("image", Set.of()),
            Map.entry("deployment", Set.of("local", "providers")),
            Map.entry("cli", ALL),
            Map.entry("benchmarks", Set.of("contracts", "invoices", "local")),
            Map.entry("journeys", ALL));

    private static final List<String> SDKS =
            List.of("software.amazon.awssdk", "com.amazonaws", "com.mongodb", "org.bson");

    /// What a handler class is made of, on whatever host.
    private static final String LAMBDA = "com.amazonaws.services.lambda.runtime";

    /// Plain data in which a model says what it decided.
    private static final Set<String> DECISIONS = Set.of(
            "dev.encargo.platform.documents.Decision",
            "dev.encargo.platform.documents.Draft",
            "dev.encargo.platform.documents.Transition",
            "dev.encargo.platform.documents.Versioned");

    ArchRule modulesUseOnlyWhatTheirArrowsAllow() {
        return everyClass()
                .should(dependOnlyOn("the modules that its own may use", this::isAllowed))
                .andShould(beInAKnownModule());
    }

    ArchRule contextsNeverImportEachOther() {
        return everyClass().should(dependOnlyOn("no other context", dependency -> {
            String from = moduleOf(dependency.getOriginClass());
            String to = moduleOf(dependency.getTargetClass());
            return from.equals(to) || !Code.CONTEXTS.contains(from) || !Code.CONTEXTS.contains(to);
        }));
    }

    ArchRule contractsDependOnTheJdkAlone() {
        return everyClass()
                .should(dependOnlyOn(
                        "the JDK and the annotations of JSpecify",
                        dependency -> !moduleOf(dependency.getOriginClass()).equals("contracts")
                                || moduleOf(dependency.getTargetClass()).equals("contracts")
                                || Code.isUnder(dependency.getTargetClass(), "java")
                                || Code.isUnder(dependency.getTargetClass(), "org.jspecify.annotations")));
    }

    /// The emulator is filled by the SDK as an account is by CloudFormation.
    ArchRule onlyPlatformAwsAndTheEmulatorImportTheAwsSdk() {
        return everyClass()
                .should(dependOnlyOn(
                        "an SDK in platform-aws and the emulator alone",
                        dependency -> !isOfAnSdk(dependency.getTargetClass())
                                || moduleOf(dependency.getOriginClass()).equals("aws")
                                || Code.isUnder(dependency.getOriginClass(), root + ".deployment.emulator")));
    }

    private static boolean isOfAnSdk(JavaClass type) {
        return isUnderAny(type, SDKS) && !Code.isUnder(type, LAMBDA);
    }

    /// A virtual thread that waits for a class keeps its carrier, so whoever loads a class must wait for nobody.
    ArchRule classesAreLoadedWithoutWaitingForJson() {
        return ArchRuleDefinition.noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "the JSON types, which one thread makes at a time, while a class is loaded",
                        (JavaAccess<?> access) -> access.getOrigin() instanceof JavaStaticInitializer
                                && access.getTargetOwner().getName().equals("dev.encargo.platform.json.Jsons")
                                && !access.getOriginOwner().equals(access.getTargetOwner())));
    }

    ArchRule modelsArePure() {
        List<String> models = Code.CONTEXTS.stream()
                .map(context -> root + "." + context + ".model")
                .toList();
        return everyClass()
                .should(dependOnlyOn(
                        "pure types",
                        dependency -> !isUnderAny(dependency.getOriginClass(), models)
                                || isPure(dependency.getTargetClass(), dependency.getOriginClass())));
    }

    private boolean isPure(JavaClass target, JavaClass model) {
        String name = target.getPackageName();
        if (name.startsWith("dev.encargo") || name.startsWith(root)) {
            return Code.isUnder(target, Code.ROOT + ".contracts")
                    || Code.isUnder(target, Code.ROOT + ".platform.effects")
                    || DECISIONS.contains(Code.outermost(target))
                    || Code.isUnder(target, root + "." + moduleOf(model) + ".model");
        }
        return target.getName().startsWith("io.avaje.jsonb.Json")
                || Stream.of(
                                        "java.lang",
                                        "java.util",
                                        "java.math",
                                        "java.time",
                                        "java.text",
                                        "org.jspecify.annotations")
                                .anyMatch(allowed -> Code.isUnder(target, allowed))
                        && !Code.isUnder(target, "java.util.concurrent")
                || name.isEmpty();
    }

    private boolean isAllowed(Dependency dependency) {
        String from = moduleOf(dependency.getOriginClass());
        String to = moduleOf(dependency.getTargetClass());
        return to.isEmpty()
                || from.equals(to)
                || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    private ArchCondition<JavaClass> beInAKnownModule() {
        return new ArchCondition<>("be in a module that has its arrows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String module = moduleOf(type);
                events.add(new SimpleConditionEvent(
                        type,
                        MAY_USE.containsKey(module),
                        type.getName() + " is in the module " + module + ", which has no arrows"));
            }
        };
    }

    /// The part of a package after the root; empty for what is not ours.
    private String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return name.startsWith(Code.ROOT + ".") ? first(name.substring(Code.ROOT.length() + 1)) : "";
        }
        return first(name.substring(root.length() + 1));
    }

    private static String first(String dotted) {
        return dotted.contains(".") ? dotted.substring(0, dotted.indexOf('.')) : dotted;
    }

    private static boolean isUnderAny(JavaClass type, List<String> packages) {
        return packages.stream().anyMatch(name -> Code.isUnder(type, name));
    }

    private static GivenClasses everyClass() {
        return ArchRuleDefinition.classes();
    }

    private static ArchCondition<JavaClass> dependOnlyOn(String description, Predicate<Dependency> allowed) {
        return new ArchCondition<>("depend on " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !allowed.test(dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }
}
