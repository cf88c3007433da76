package dev.encargo.local.function;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// What binds the ports of one function instance. Once revoked, every call through them fails.
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
                throw thrown.getCause();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, guarded));
    }
}
