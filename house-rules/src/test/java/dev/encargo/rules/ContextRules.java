package dev.encargo.rules;

import com.tngtech.archunit.base.DescribedPredicate;
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
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What the code of a context keeps away from, for the packages under `root`.
record ContextRules(String root) {

    private static final String PLATFORM = "dev.encargo.platform.Platform";

    /// What makes an effect happen at once. A context says an `Intent`, which is written with the document.
    private static final List<String> PERFORMERS = List.of(
            "dev.encargo.platform.EventBus",
            "dev.encargo.platform.RequestQueue",
            "dev.encargo.platform.Workflows",
            "dev.encargo.platform.effects.Effects",
            "dev.encargo.platform.effects.Performer",
            "dev.encargo.platform.effects.Settlement",
            "dev.encargo.platform.relay.Relay");

    private static final Set<String> PORTS_OF_EFFECTS = Set.of("bus", "queue", "workflows");

    ArchRule contextsPerformNoEffect() {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAnyPackage(contexts())
                .should(new ArchCondition<>("perform no effect") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(used -> PERFORMERS.contains(Code.outermost(used.getTargetClass())))
                                .forEach(
                                        used -> events.add(SimpleConditionEvent.violated(type, used.getDescription())));
                        type.getAccessesFromSelf().stream()
                                .filter(ContextRules::asksForAPortOfEffects)
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
                    }
                });
    }

    private static boolean asksForAPortOfEffects(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals(PLATFORM) && PORTS_OF_EFFECTS.contains(access.getName());
    }

    ArchRule contextsDoNotReachTheOutsideWorld() {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(contexts())
                .should()
                .accessTargetWhere(access("a part of the outside world", OutsideWorld::isEntered));
    }

    ArchRule contextsHaveNoMutableStaticState() {
        return ArchRuleDefinition.fields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(contexts())
                .should(new ArchCondition<>("never change where they are static") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        if (isStatic(field)) {
                            String why = Constants.whyItMayChange(field);
                            events.add(new SimpleConditionEvent(
                                    field, why.isEmpty(), "static " + field.getFullName() + " " + why));
                        }
                    }
                });
    }

    ArchRule platformIsAskedOnlyInAFunctionsConstructor() {
        return ArchRuleDefinition.noClasses()
                .should()
                .accessTargetWhere(access(
                        "Platform.current() outside a function's no-argument constructor",
                        access -> access.getTargetOwner().getName().equals(PLATFORM)
                                && access.getName().equals("current")
                                && !isFunctionsConstructor(access)));
    }

    private String[] contexts() {
        return Code.packages(root, Code.CONTEXTS, "..");
    }

    private static boolean isStatic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isFunctionsConstructor(JavaAccess<?> access) {
        return access.getOrigin() instanceof JavaConstructor constructor
                && constructor.getRawParameterTypes().isEmpty()
                && access.getOriginOwner().isAssignableTo("com.amazonaws.services.lambda.runtime.RequestStreamHandler");
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(description, test);
    }
}
