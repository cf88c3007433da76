package dev.encargo.local.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lies between functions and their ports: nothing, unless a test puts a fault there. It may refuse a call
/// before it happens, let it happen and lose the answer, give another answer, or never go on.
@FunctionalInterface
public interface Passage {
    /// @throws Throwable what the function shall see, such as [dev.encargo.platform.Unavailable]
    @Nullable
    Object pass(PortCall call, Onward onward) throws Throwable;

    /// The call itself.
    interface Onward {
        @Nullable
        Object go() throws Throwable;
    }

    /// `function` is the caller's logical id; `port` is the port's interface, such as `EventBus`.
    record PortCall(String function, Class<?> port, String method, List<Object> arguments) {
        public PortCall {
            arguments = List.copyOf(arguments);
        }

        public boolean is(Class<?> asked, String name) {
            return port == asked && method.equals(name);
        }
    }
}
