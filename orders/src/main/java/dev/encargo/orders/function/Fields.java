package dev.encargo.orders.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object of a request. What is wrong is noted under the field's JSON pointer, so that a
/// caller hears of all at once.
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
        if (value == null || held(value, value instanceof String, name, "must be a text") == null) {
            return null;
        }
        String text = ((String) value).strip();
        boolean fits = !text.isEmpty() && text.codePointCount(0, text.length()) <= longest;
        return held(text, Texts.readable(text), name, "holds characters that are no readable text") == null
                ? null
                : held(text, fits, name, "must have 1 to " + longest + " characters");
    }

    @Nullable
    String matching(String name, int longest, Predicate<String> rule, String message) {
        @Nullable String text = optional(name, longest);
        return text == null ? null : held(text, rule.test(text), name, message);
    }

    int wholeNumber(String name, int least, int most) {
        @Nullable BigDecimal number = number(name);
        if (number == null) {
            return missing(name, least);
        }
        boolean fits = number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        @Nullable BigDecimal whole = held(number, fits, name, "must be a whole number from " + least + " to " + most);
        return whole == null ? least : whole.intValueExact();
    }

    BigDecimal decimal(String name) {
        @Nullable BigDecimal number = number(name);
        return number == null ? missing(name, BigDecimal.ZERO) : number;
    }

    @Nullable
    BigDecimal number(String name, Predicate<BigDecimal> rule, String message) {
        @Nullable BigDecimal number = number(name);
        return number == null ? null : held(number, rule.test(number), name, message);
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
        return value == null ? null : (BigDecimal) held(value, value instanceof BigDecimal, name, "must be a number");
    }

    private @Nullable Object value(String name) {
        @Nullable Object value = fields.get(name);
        return value == null
                ? null
                : held(value, !value.equals(StrictJson.NULL), name, "must not be null; leave it out");
    }

    private <T> @Nullable T held(T value, boolean holds, String name, String message) {
        if (holds) {
            return value;
        }
        faults.add(at(name), message);
        return null;
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
