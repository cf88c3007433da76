package dev.encargo.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.platform.Platform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// One constructed handler: one call at a time.
final class Instance {
    private final RequestStreamHandler handler;
    private final FunctionResource resource;
    private final Scope scope;

    private Instance(RequestStreamHandler handler, FunctionResource resource, Scope scope) {
        this.handler = handler;
        this.resource = resource;
        this.scope = scope;
    }

    /// Constructs the template's handler class with `platform` as its current platform.
    static Instance of(FunctionResource resource, Platform platform, Scope scope) throws ReflectiveOperationException {
        Class<?> type = Class.forName(resource.handlerClass());
        return new Instance(ScopedValue.where(Platform.SCOPE, platform).call(() -> construct(type)), resource, scope);
    }

    private static RequestStreamHandler construct(Class<?> type) throws ReflectiveOperationException {
        return (RequestStreamHandler) type.getConstructor().newInstance();
    }

    byte[] call(byte[] event, String requestId) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        Context context = new CallContext(resource, requestId);
        handler.handleRequest(new ByteArrayInputStream(event), out, context);
        return out.toByteArray();
    }

    void revoke() {
        scope.revoke();
    }
}
