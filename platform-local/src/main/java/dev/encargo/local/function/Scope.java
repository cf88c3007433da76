package dev.encargo.local.function;

import dev.encargo.local.store.StoreFailed;
import dev.encargo.platform.Unavailable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// What binds the ports of one function instance. Once revoked, every call through them fails. A store that
/// cannot be read or written is told as [Unavailable], as any host tells it.
public final class Scope {
    private final String function;
    private volatile boolean revoked;

    public Scope(String function) {
        this.function = function;
    }

    void revoke() {
        revoked = true;
    }

    /// The port, asked only while this scope holds.
    public <T> T guard(Class<T> port, T delegate) {
        InvocationHandler guarded = (_, method, arguments) -> {
            if (revoked) {
                throw new ScopeRevoked(function);
            }
            try {
                return method.invoke(delegate, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() instanceof StoreFailed failed ? new Unavailable("store", failed) : thrown.getCause();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, guarded));
    }
}
