package dev.encargo.providers;

/// One thing that a stand-in can be asked over HTTP.
///
/// @param shape method and path, the key being `*`: `POST /payments/*/cancel`
record Route(String shape, Operation operation, Work work) {
    @FunctionalInterface
    interface Work {
        Reply answer(Call call);
    }
}
