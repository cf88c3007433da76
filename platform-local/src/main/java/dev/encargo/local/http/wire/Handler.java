package dev.encargo.local.http.wire;

/// Answers requests. Called on the connection's own virtual thread; it may block.
///
/// A [Problem] thrown is the answer; any other exception is logged and answered as a problem with status 500.
@FunctionalInterface
public interface Handler {

    Response handle(Request request) throws InterruptedException;
}
