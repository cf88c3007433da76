package dev.encargo.platform;

/// Sends messages to the queues that the template declares.
public interface RequestQueue {

    /// Sends a JSON object of ≤ 256 KB to the queue of that name, such as `fulfilment-alerts`. Delivered at least
    /// once, in no order.
    ///
    /// @throws Unavailable when the queue cannot be reached
    void send(String queue, String bodyJson);
}
