package dev.encargo.aws.ports;

import java.util.concurrent.ThreadLocalRandom;

/// White space that means nothing behind a JSON text, and that no two calls share: 64 random bits as blanks and
/// tabs.
final class Blanks {

    private Blanks() {}

    static String fresh() {
        long random = ThreadLocalRandom.current().nextLong();
        StringBuilder blanks = new StringBuilder(Long.SIZE);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            blanks.append((random >>> bit & 1) == 0 ? ' ' : '\t');
        }
        return blanks.toString();
    }
}
