package dev.encargo.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
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

/// The rules about classes, for the packages under `root` (another root than the product's shows that a rule can
/// fail).
record Arrows(String root) {

    /// What each module may use of the others; it may always use itself.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "contracts", Set.of(),
            "platform", Set.of("contracts"),
            "orders", Set.of("contracts", "platform"),
            "payments", Set.of("contracts", "platform"),
            "inventory", Set.of("contracts", "platform"),
            "invoices", Set.of("contracts", "platform"),
            "notifications", Set.of("contracts", "platform"),
            "aws", Set.of("contracts", "platform"),
            "local", Set.of("contracts", "platform"),
            "providers", Set.of());

    /// `Class.member`; a class alone stands for all its members.
    private static final Set<String> OUTSIDE_WORLD = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.InstantSource.system",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.ZoneId.systemDefault",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.System.exit");

    /// Plain data in which a model says what it decided.
    private static final Set<String> DECISIONS = Set.of(
            "dev.encargo.platform.documents.Decision",
            "dev.encargo.platform.documents.Draft",
            "dev.encargo.platform.documents.Transition",
            "dev.encargo.platform.documents.Versioned");

    ArchRule modulesUseOnlyWhatTheirArrowsAllow() {
        return everyClass().should(dependOnlyOn("the modules that its own may use", this::isAllowed));
    }

    ArchRule contextsNeverImportEachOther() {
        return everyClass().should(dependOnlyOn("no other context", dependency -> {
            String from = moduleOf(dependency.getOriginClass());
            String to = moduleOf(dependency.getTargetClass());
            return from.equals(to) || !Code.CONTEXTS.contains(from) || !Code.CONTEXTS.contains(to);
        }));
    }

    ArchRule onlyPlatformAwsImportsTheAwsSdk() {
        return everyClass().should(dependOnlyOn("an SDK in platform-aws alone", dependency -> {
            String target = dependency.getTargetClass().getPackageName();
            boolean sdk = Stream.of("software.amazon.awssdk", "com.amazonaws.services.s3", "com.mongodb", "org.bson")
                    .anyMatch(target::startsWith);
            return !sdk || moduleOf(dependency.getOriginClass()).equals("aws");
        }));
    }

    ArchRule contextsHaveNoClockEnvironmentOrConsole() {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(Code.packages(root, Code.CONTEXTS, ".."))
                .should()
                .accessTargetWhere(access(
                        "a clock, the environment or the console",
                        access -> OUTSIDE_WORLD.contains(access.getTargetOwner().getName() + "." + access.getName())));
    }

    ArchRule contextsHaveNoMutableStaticState() {
        return ArchRuleDefinition.fields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(Code.packages(root, Code.CONTEXTS, ".."))
                .should(new ArchCondition<JavaField>("be final where they are static") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        boolean mutable = field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.FINAL)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                        events.add(new SimpleConditionEvent(
                                field, !mutable, field.getFullName() + " is static and not final"));
                    }
                });
    }

    ArchRule platformIsAskedOnlyInAFunctionsConstructor() {
        return ArchRuleDefinition.noClasses()
                .should()
                .accessTargetWhere(access(
                        "Platform.current() outside a function's no-argument constructor",
                        access -> access.getTargetOwner().getName().equals("dev.encargo.platform.Platform")
                                && access.getName().equals("current")
                                && !isFunctionsConstructor(access)));
    }

    ArchRule modelsArePure() {
        List<String> models = Code.CONTEXTS.stream()
                .map(context -> root + "." + context + ".model")
                .toList();
        return everyClass()
                .should(dependOnlyOn(
                        "pure types",
                        dependency -> !isUnderAny(dependency.getOriginClass(), models)
                                || isGenerated(dependency.getOriginClass())
                                || isPure(dependency.getTargetClass(), dependency.getOriginClass())));
    }

    private boolean isPure(JavaClass target, JavaClass model) {
        String name = target.getPackageName();
        if (name.startsWith("dev.encargo") || name.startsWith(root)) {
            return Code.isUnder(target, Code.ROOT + ".contracts")
                    || Code.isUnder(target, Code.ROOT + ".platform.effects")
                    || DECISIONS.contains(outermost(target))
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

    private static boolean isGenerated(JavaClass type) {
        return type.getName().contains("JsonAdapter") || type.getPackageName().endsWith(".jsonb");
    }

    private boolean isAllowed(Dependency dependency) {
        String from = moduleOf(dependency.getOriginClass());
        String to = moduleOf(dependency.getTargetClass());
        return to.isEmpty()
                || from.equals(to)
                || !MAY_USE.containsKey(from)
                || MAY_USE.get(from).contains(to);
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

    private static String outermost(JavaClass type) {
        String name = type.getName();
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static boolean isFunctionsConstructor(JavaAccess<?> access) {
        return access.getOrigin() instanceof JavaConstructor constructor
                && constructor.getRawParameterTypes().isEmpty()
                && access.getOriginOwner().isAssignableTo("com.amazonaws.services.lambda.runtime.RequestStreamHandler");
    }

    private static GivenClasses everyClass() {
        return ArchRuleDefinition.classes();
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(description, test);
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
