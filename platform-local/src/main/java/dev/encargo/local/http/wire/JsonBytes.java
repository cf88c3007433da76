package dev.encargo.local.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes JSON straight into bytes. What is passed as `raw` is JSON already, in ASCII.
public final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer;
    private int length;

    public JsonBytes(int capacity) {
        this.buffer = new byte[capacity];
    }

    public JsonBytes raw(String json) {
        int size = json.length();
        room(size);
        for (int i = 0; i < size; i++) {
            buffer[length + i] = (byte) json.charAt(i);
        }
        length += size;
        return this;
    }

    public JsonBytes raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, buffer, length, json.length);
        length += json.length;
        return this;
    }

    public JsonBytes number(long value) {
        return raw(Long.toString(value));
    }

    /// The text in quotes, escaped. A lone surrogate becomes a question mark.
    public JsonBytes text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return text(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        room(6 * text.length() + 2);
        buffer[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            escaped((byte) text.charAt(i));
        }
        buffer[length++] = '"';
        return this;
    }

    /// Text given as valid UTF-8.
    public JsonBytes text(byte[] utf8) {
        room(utf8.length + utf8.length / 4 + 16);
        buffer[length++] = '"';
        for (byte one : utf8) {
            if (buffer.length - length < 8) {
                room(utf8.length);
            }
            escaped(one);
        }
        room(1);
        buffer[length++] = '"';
        return this;
    }

    public byte[] toBytes() {
        return buffer.length == length ? buffer : Arrays.copyOf(buffer, length);
    }

    private void escaped(byte one) {
        if (one == '"' || one == '\\') {
            buffer[length++] = '\\';
            buffer[length++] = one;
        } else if (one >= ' ' || one < 0) {
            buffer[length++] = one;
        } else {
            control(one);
        }
    }

    private void control(byte one) {
        buffer[length++] = '\\';
        switch (one) {
            case '\n' -> buffer[length++] = 'n';
            case '\r' -> buffer[length++] = 'r';
            case '\t' -> buffer[length++] = 't';
            default -> {
                buffer[length++] = 'u';
                buffer[length++] = '0';
                buffer[length++] = '0';
                buffer[length++] = HEX[one >> 4];
                buffer[length++] = HEX[one & 15];
            }
        }
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more + 16));
        }
    }
}
