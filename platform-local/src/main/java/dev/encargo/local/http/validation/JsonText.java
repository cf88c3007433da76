package dev.encargo.local.http.validation;

import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.http.wire.Problem.FieldError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/// Reads a request's JSON strictly: no key twice, nothing after the end, numbers exact and of sane size.
final class JsonText {

    static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.{1,100}?)\"");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .nodeFactory(new SaneNumbers())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /// @throws Problem 400 which says where it is malformed
    static JsonNode parse(byte[] utf8) {
        try {
            JsonNode node = MAPPER.readTree(new String(utf8, StandardCharsets.UTF_8));
            if (node.isMissingNode()) {
                throw malformed("The body is empty.");
            }
            return node;
        } catch (JacksonException bad) {
            throw refusal(bad);
        } catch (NumberFormatException endlessExponent) {
            throw tooLong();
        }
    }

    private static Problem refusal(JacksonException bad) {
        String reason = String.valueOf(bad.getOriginalMessage());
        Matcher duplicate = DUPLICATE.matcher(reason);
        if (duplicate.find()) {
            return malformed("A key occurs twice in one object" + at(bad) + ".")
                    .errors(List.of(new FieldError(duplicate.group(1), "occurs twice")));
        }
        if (reason.contains("nesting depth")) {
            return malformed("It is nested deeper than " + DEEPEST + " levels.");
        }
        return malformed("It is malformed" + at(bad) + ".");
    }

    private static String at(JacksonException bad) {
        TokenStreamLocation at = bad.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /// `1e999999999` is ten characters and, written out, a gigabyte.
    private static final class SaneNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(@Nullable BigDecimal number) {
            if (number == null) {
                return super.numberNode(number);
            }
            if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                throw tooLong();
            }
            boolean beyondLong = number.scale() <= 0 && number.precision() - number.scale() > 18;
            return beyondLong ? numberNode(number.toBigIntegerExact()) : super.numberNode(number);
        }
    }

    private static Problem tooLong() {
        return malformed("It has a number of more than " + LONGEST_NUMBER + " digits.");
    }

    private static Problem malformed(String detail) {
        return Problem.of(400, "malformed-json", "The body is not valid JSON").detail(detail);
    }
}
