package dev.encargo.local.http;

import dev.encargo.local.function.CallFailed;

/// Invokes a function and waits for its answer, as API Gateway invokes Lambda; `Functions::answer` is one.
@FunctionalInterface
public interface FunctionCaller {

    /// `functionId` is the template's logical id, `proxyEvent` and the answer are JSON.
    ///
    /// @throws CallFailed when the function gave no answer
    byte[] call(String functionId, byte[] proxyEvent) throws CallFailed;
}
