package dev.encargo.orders.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object of a request. What is wrong is noted under the field's JSON pointer, so that a caller
/// hears of all at once.
final class Fields {
    private final Map<String, Object> fields;
    private final String pointer;
    private final Faults faults;

    private Fields(Map<String, Object> fields, String pointer, Faults faults) {
        this.fields = fields;
        this.pointer = pointer;
        this.faults = faults;
    }

    /// The object at `pointer`, whose names must be among `known`; an empty one when `value` is something else.
    @SuppressWarnings("unchecked")
    static Fields of(Object value, String pointer, Faults faults, Set<String> known) {
        if (!(value instanceof Map<?, ?> map)) {
            faults.add(pointer, "must be an object");
            return new Fields(Map.of(), pointer, faults);
        }
        for (Object name : map.keySet()) {
            if (!known.contains(name)) {
                faults.add(pointer + "/" + escaped((String) name), "is not a field of this request");
            }
        }
        return new Fields((Map<String, Object>) map, pointer, faults);
    }

    String required(String name, int longest) {
        return required(name, longest, _ -> true, "");
    }

    String required(String name, int longest, Predicate<String> rule, String message) {
        @Nullable String text = matching(name, longest, rule, message);
        return text == null ? missing(name, "") : text;
    }

    /// The text without surrounding space; null when absent.
    @Nullable
    String optional(String name, int longest) {
        @Nullable Object value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            return faults.wrong(at(name), "must be a text");
        }
        String stripped = text.strip();
        return Texts.readable(stripped)
                ? within(name, stripped, longest)
                : faults.wrong(at(name), "holds characters that are no readable text");
    }

    @Nullable
    String matching(String name, int longest, Predicate<String> rule, String message) {
        @Nullable String text = optional(name, longest);
        return text == null || rule.test(text) ? text : faults.wrong(at(name), message);
    }

    int wholeNumber(String name, int least, int most) {
        @Nullable BigDecimal number = number(name);
        if (number == null) {
            return missing(name, least);
        }
        boolean fits = number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        return fits
                ? number.intValueExact()
                : Objects.requireNonNullElse(
                        faults.wrong(at(name), "must be a whole number from " + least + " to " + most), least);
    }

    BigDecimal decimal(String name) {
        @Nullable BigDecimal number = number(name);
        return number == null ? missing(name, BigDecimal.ZERO) : number;
    }

    @Nullable
    BigDecimal number(String name, Predicate<BigDecimal> rule, String message) {
        @Nullable BigDecimal number = number(name);
        return number == null || rule.test(number) ? number : faults.wrong(at(name), message);
    }

    @Nullable
    Fields object(String name, Set<String> known) {
        @Nullable Object value = value(name);
        return value == null ? null : of(value, at(name), faults, known);
    }

    /// The elements of a list, of which there must be 1 to `most`.
    List<Fields> objects(String name, int most, Set<String> known) {
        @Nullable Object value = value(name);
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > most) {
            faults.add(at(name), "must be a list of 1 to " + most + " objects");
            return List.of();
        }
        List<Fields> objects = new ArrayList<>(list.size());
        for (Object element : list) {
            objects.add(of(element, at(name) + "/" + objects.size(), faults, known));
        }
        return objects;
    }

    private @Nullable BigDecimal number(String name) {
        @Nullable Object value = value(name);
        if (value == null || value instanceof BigDecimal) {
            return (BigDecimal) value;
        }
        return faults.wrong(at(name), "must be a number");
    }

    private @Nullable Object value(String name) {
        @Nullable Object value = fields.get(name);
        return StrictJson.NULL.equals(value) ? faults.wrong(at(name), "must not be null; leave it out") : value;
    }

    private @Nullable String within(String name, String text, int longest) {
        return text.isEmpty() || text.length() > longest
                ? faults.wrong(at(name), "must have 1 to " + longest + " characters")
                : text;
    }

    private <T> T missing(String name, T instead) {
        if (!fields.containsKey(name)) {
            faults.add(at(name), "is missing");
        }
        return instead;
    }

    private String at(String name) {
        return pointer + "/" + name;
    }

    private static String escaped(String name) {
        String shown = name.length() > 64 ? name.substring(0, 64) : name;
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
