package dev.encargo.local.bus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;

/// What EventBridge refuses and its open-source matcher accepts: too long a pattern, text after it, numbers beyond
/// ±5·10⁹ in comparisons (EventBridge user guide, "Numeric matching"), an empty list inside `anything-but`, and
/// wildcards that would be too slow.
///
/// The bound of complexity lies between what EventBridge is known to accept (5) and to refuse (11).
final class PatternLimits {

    static final int CHARACTERS = 2048;
    static final int COMPLEXITY = 10;
    private static final BigDecimal LARGEST = new BigDecimal("5000000000");

    /// `values`: inside the list of a field, where names are operators. `compared`: inside a comparison. `except`:
    /// inside `anything-but`.
    private record Frame(boolean values, boolean compared, boolean except) {}

    private final Deque<Frame> frames = new ArrayDeque<>();
    private boolean justOpened;

    private PatternLimits() {}

    static void ofText(String json) {
        if (json.length() > CHARACTERS) {
            throw new InvalidEventPattern(
                    "Pattern is longer than %d characters: it has %d".formatted(CHARACTERS, json.length()));
        }
        try (JsonParser parser = Jackson.MAPPER.createParser(json)) {
            new PatternLimits().read(parser);
        } catch (JsonProcessingException malformed) {
            throw new InvalidEventPattern(Jackson.problem(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text could not be read", impossible);
        }
    }

    static void ofMachine(Machine machine) {
        if (machine.evaluateComplexity(new MachineComplexityEvaluator(COMPLEXITY + 1)) > COMPLEXITY) {
            throw new InvalidEventPattern("Rule is too complex - try using fewer wildcard characters"
                    + " or fewer repeating character sequences after a wildcard character");
        }
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidEventPattern("Filter is not an object");
        }
        frames.push(new Frame(false, false, false));
        while (!frames.isEmpty()) {
            accept(parser.nextToken(), parser);
        }
        if (parser.nextToken() != null) {
            throw new InvalidEventPattern("Unexpected text after the pattern");
        }
    }

    private void accept(@Nullable JsonToken token, JsonParser parser) throws IOException {
        if (token == null) {
            throw new InvalidEventPattern("Unexpected end of the pattern");
        }
        boolean empty = justOpened && token == JsonToken.END_ARRAY;
        justOpened = token == JsonToken.START_ARRAY;
        switch (token) {
            case START_OBJECT -> frames.push(inside(parser, false));
            case START_ARRAY -> frames.push(inside(parser, true));
            case END_OBJECT, END_ARRAY -> close(empty);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            default -> {}
        }
    }

    private Frame inside(JsonParser parser, boolean list) {
        Frame outer = frames.element();
        // After START_*, the parser's own context is the new one; its parent holds the name.
        String name = parser.getParsingContext().getParent().getCurrentName();
        boolean operator = outer.values() && name != null;
        return new Frame(
                outer.values() || (list && !"$or".equals(name)),
                outer.compared() || (operator && (name.equals("numeric") || name.equals("anything-but"))),
                outer.except() || (operator && name.equals("anything-but")));
    }

    private void close(boolean empty) {
        if (frames.pop().except() && empty) {
            throw new InvalidEventPattern("Empty arrays are not allowed");
        }
    }

    private void number(JsonParser parser) throws IOException {
        Frame frame = frames.element();
        boolean compared = frame.compared() || (frame.values() && "anything-but".equals(parser.currentName()));
        if (compared && parser.getDecimalValue().abs().compareTo(LARGEST) > 0) {
            throw new InvalidEventPattern("Value must be between -5.0E9 and 5.0E9, inclusive");
        }
    }
}
