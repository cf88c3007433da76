package dev.encargo.platform.webhook;

import java.util.ArrayList;
import java.util.List;

/// The raw bodies of notices that a document keeps: the newest twenty, each cut at 8 KB.
public final class RawBodies {
    public static final int KEPT = 20;
    private static final int LONGEST = 8 * 1024 / 3;

    private RawBodies() {}

    /// `bodies` with `body` at the end, unless it is there already.
    public static List<String> with(List<String> bodies, String body) {
        String kept = cut(body);
        if (bodies.contains(kept)) {
            return bodies;
        }
        List<String> all = new ArrayList<>(bodies);
        all.add(kept);
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /// At most 8 KB in UTF-8, whatever the characters.
    public static String cut(String body) {
        if (body.length() <= LONGEST) {
            return body;
        }
        int end = Character.isHighSurrogate(body.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return body.substring(0, end);
    }
}
