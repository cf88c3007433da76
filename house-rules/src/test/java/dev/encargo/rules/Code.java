package dev.encargo.rules;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;

/// The compiled main classes of every module.
final class Code {

    static final String ROOT = "dev.encargo";
    static final List<String> CONTEXTS = List.of("orders", "payments", "inventory", "invoices", "notifications");
    static final JavaClasses MAIN = imported();

    private Code() {}

    private static JavaClasses imported() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().withImportOption(Code::isMain).importPackages(ROOT);
    }

    private static boolean isMain(Location location) {
        return !location.contains("test-classes") && !location.contains("-tests.jar");
    }

    /// The classes of `fixture`, a nested class full of violations.
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

    static boolean isUnder(JavaClass type, String packageName) {
        return type.getPackageName().equals(packageName)
                || type.getPackageName().startsWith(packageName + ".");
    }
}
