package dev.encargo.local.function;

import dev.encargo.local.function.Passage.PortCall;
import dev.encargo.local.store.StoreFailed;
import dev.encargo.platform.Unavailable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What binds the ports of one function instance. Once revoked, every call through them fails. A store that
/// cannot be read or written is told as [Unavailable], as any host tells it.
public final class Scope {
    private final String function;
    private final Supplier<@Nullable Passage> passage;
    private volatile boolean revoked;

    Scope(String function, Supplier<@Nullable Passage> passage) {
        this.function = function;
        this.passage = passage;
    }

    void revoke() {
        revoked = true;
    }

    /// The port, asked only while this scope holds.
    public <T> T guard(Class<T> port, T delegate) {
        InvocationHandler guarded = (_, method, arguments) -> {
            @Nullable Passage between = passage.get();
            return between == null
                    ? invoke(delegate, method, arguments)
                    : between.pass(call(port, method, arguments), () -> invoke(delegate, method, arguments));
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, guarded));
    }

    private PortCall call(Class<?> port, Method method, Object @Nullable [] arguments) {
        return new PortCall(function, port, method.getName(), arguments == null ? List.of() : present(arguments));
    }

    private static List<Object> present(Object[] arguments) {
        return Arrays.stream(arguments).filter(Objects::nonNull).toList();
    }

    private Object invoke(Object delegate, Method method, Object @Nullable [] arguments) throws Throwable {
        if (revoked) {
            throw new ScopeRevoked(function);
        }
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof StoreFailed failed
                    ? new Unavailable("store", failed)
                    : thrown.getCause();
        }
    }
}
