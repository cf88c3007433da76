package dev.encargo.aws.telemetry;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The trace that a call belongs to, as Lambda tells it: `Root=1-…;Parent=…;Sampled=1`.
public record XrayTrace(String root, String parent, boolean sampled) {

    /// Where Lambda's runtime client puts the header of the call under way.
    private static final String PROPERTY = "com.amazonaws.xray.traceHeader";

    public static XrayTrace current() {
        return of(System.getProperty(PROPERTY, ""));
    }

    static XrayTrace of(String header) {
        Map<String, String> parts = Stream.of(header.split(";"))
                .map(part -> part.strip().split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, _) -> first));
        String root = parts.getOrDefault("Root", "");
        String parent = parts.getOrDefault("Parent", "");
        boolean sampled = "1".equals(parts.get("Sampled")) && !root.isEmpty() && !parent.isEmpty();
        return new XrayTrace(root, parent, sampled);
    }
}
