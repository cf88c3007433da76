package dev.encargo.invoices.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Compressed PDF streams.
final class Streams {

    private Streams() {}

    /// A stream object with `content` compressed; `entries` go into its dictionary.
    static byte[] compressed(String entries, byte[] content) {
        byte[] packed = deflated(content);
        byte[] head = ("<<" + entries + "/Filter/FlateDecode/Length " + packed.length + ">>stream\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\nendstream".getBytes(StandardCharsets.US_ASCII);
        byte[] stream = Arrays.copyOf(head, head.length + packed.length + tail.length);
        System.arraycopy(packed, 0, stream, head.length, packed.length);
        System.arraycopy(tail, 0, stream, head.length + packed.length, tail.length);
        return stream;
    }

    private static byte[] deflated(byte[] content) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(content);
            deflater.finish();
            byte[] packed = new byte[content.length + content.length / 1000 + 64];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        }
    }
}
