package dev.encargo.aws.ports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/// An EventBridge that fails the entries that it is told to, as often as it is told to.
final class FlakyEventBridge implements EventBridgeClient {
    final List<List<String>> calls = new ArrayList<>();
    private final Map<String, Deque<String>> failures = new HashMap<>();

    /// The next times that the event of `type` comes it fails with those codes.
    void fail(String type, String... codes) {
        failures.put(type, new ArrayDeque<>(List.of(codes)));
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        calls.add(request.entries().stream()
                .map(PutEventsRequestEntry::detailType)
                .toList());
        List<PutEventsResultEntry> results = request.entries().stream()
                .map(entry -> failures.getOrDefault(entry.detailType(), new ArrayDeque<>())
                        .poll())
                .map(code -> code == null
                        ? PutEventsResultEntry.builder().eventId("1").build()
                        : PutEventsResultEntry.builder().errorCode(code).build())
                .toList();
        return PutEventsResponse.builder()
                .entries(results)
                .failedEntryCount((int) results.stream()
                        .filter(result -> result.errorCode() != null)
                        .count())
                .build();
    }

    @Override
    public String serviceName() {
        return "events";
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
