package dev.encargo.rules;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;

/// The compiled main classes of every module, without those that the compiler made from annotations.
final class Code {

    static final String ROOT = "dev.encargo";
    static final String BROKEN = "dev.encargo.rules.broken";
    static final List<String> CONTEXTS = List.of("orders", "payments", "inventory", "invoices", "notifications");
    static final JavaClasses MAIN = imported();

    private Code() {}

    private static JavaClasses imported() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(Code::isMain)
                .importPackages(ROOT)
                .that(DescribedPredicate.not(annotatedWith("io.avaje.jsonb.spi.Generated")));
    }

    private static boolean isMain(Location location) {
        return !location.contains("test-classes") && !location.contains("-tests.jar");
    }

    /// Main classes that no class of `looked` is.
    static List<String> overlooked(List<Sources.Source> main, JavaClasses looked) {
        return main.stream()
                .filter(source -> !source.path().endsWith("-info.java"))
                .map(Code::className)
                .filter(name -> !looked.contain(name))
                .toList();
    }

    private static String className(Sources.Source source) {
        String path = source.path();
        return path.substring(path.indexOf("/java/") + "/java/".length(), path.lastIndexOf('.'))
                .replace('/', '.');
    }

    /// `fixture`, which breaks a rule.
    static JavaClasses fixture(Class<?>... fixture) {
        return new ClassFileImporter().importClasses(fixture);
    }

    static List<String> violations(ArchRule rule, JavaClasses classes) {
        EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
        return result.getFailureReport().getDetails();
    }

    static String[] packages(String root, List<String> names, String suffix) {
        return names.stream().map(name -> root + "." + name + suffix).toArray(String[]::new);
    }

    static String outermost(JavaClass type) {
        String name = type.getName();
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    static boolean isUnder(JavaClass type, String packageName) {
        return type.getPackageName().equals(packageName)
                || type.getPackageName().startsWith(packageName + ".");
    }
}
