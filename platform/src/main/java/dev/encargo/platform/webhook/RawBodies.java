package dev.encargo.platform.webhook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The raw bodies of notices that a document keeps: the newest twenty, each cut at 8 KB.
public final class RawBodies {
    public static final int KEPT = 20;
    private static final int LONGEST = 8 * 1024;

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

    /// At most 8 KB in UTF-8, whole characters only.
    public static String cut(String body) {
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer characters = CharBuffer.wrap(body);
        encoder.encode(characters, ByteBuffer.allocate(LONGEST), true);
        return body.substring(0, characters.position());
    }
}
