package dev.encargo.platform.conformance;

import dev.encargo.platform.Platform;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which ports there are, and which of them a host's test holds to their suites.
public final class Ports {

    private Ports() {}

    /// What a platform must give.
    public static Set<Class<?>> all() {
        return returned(Arrays.stream(Platform.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers())));
    }

    /// What the suites nested in `test` are given.
    public static Set<Class<?>> heldToTheirSuitesBy(Class<?> test) {
        return returned(Arrays.stream(test.getDeclaredClasses())
                .filter(nested -> nested.getSuperclass().getPackage().equals(Ports.class.getPackage()))
                .flatMap(nested -> Arrays.stream(nested.getDeclaredMethods())));
    }

    private static Set<Class<?>> returned(Stream<Method> methods) {
        return methods.<Class<?>>map(Method::getReturnType)
                .filter(type -> type.isInterface() && !type.getPackageName().equals("java.util"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
