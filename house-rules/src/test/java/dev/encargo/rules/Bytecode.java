package dev.encargo.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;

/// Classes that no compiler would make here, since what they use is not on the class path.
final class Bytecode {

    private Bytecode() {}

    /// A class called `name` with a field of the type `used`.
    static JavaClasses using(String used, String name, Path scratch) {
        try {
            Path file = scratch.resolve(name + ".class");
            ClassFile.of().buildTo(file, ClassDesc.of(name), made -> made.withField("field", ClassDesc.of(used), 0));
            return new ClassFileImporter().importPath(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
