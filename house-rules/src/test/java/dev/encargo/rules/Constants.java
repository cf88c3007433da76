package dev.encargo.rules;

import com.tngtech.archunit.core.domain.JavaField;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Whether a static field is a constant. Its type does not say it (a `Map` may be a cache), so its value is looked
/// at, and what that holds, and so on.
final class Constants {

    private static final Set<Class<?>> UNCHANGING = Set.of(
            Object.class,
            String.class,
            Class.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            Currency.class,
            Locale.class,
            Pattern.class,
            URI.class,
            UUID.class,
            HexFormat.class);

    /// Typefaces are read once per process. Only their constructors write into their tables of numbers.
    private static final Set<String> TABLES = Set.of("dev.encargo.invoices.pdf.Typeface");

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Constants() {}

    /// Empty where it is a constant.
    static String whyItMayChange(JavaField field) {
        Field reflected = field.reflect();
        return Modifier.isFinal(reflected.getModifiers())
                ? new Constants().whyItMayChange(value(reflected, null))
                : "is not final";
    }

    private String whyItMayChange(Object value) {
        if (value == null || !seen.add(value) || isUnchanging(value)) {
            return "";
        }
        return switch (value) {
            case Collection<?> all when isImmutable(value) -> first(all);
            case Map<?, ?> map when isImmutable(value) -> first(entries(map));
            case Optional<?> optional -> whyItMayChange(optional.orElse(null));
            default ->
                value.getClass().getName().startsWith(Code.ROOT + ".")
                        ? whyAFieldMayChange(value)
                        : "holds " + value.getClass().getName() + ", which may change";
        };
    }

    private static boolean isUnchanging(Object value) {
        Class<?> type = value.getClass();
        return UNCHANGING.contains(type)
                || value instanceof Enum
                || value instanceof Charset
                || type.getName().startsWith("java.time.")
                || TABLES.contains(type.getName());
    }

    private static boolean isImmutable(Object collection) {
        return collection.getClass().getName().startsWith("java.util.ImmutableCollections$");
    }

    private String first(Collection<?> parts) {
        return parts.stream()
                .map(this::whyItMayChange)
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<Object> entries(Map<?, ?> map) {
        List<Object> entries = new ArrayList<>(map.keySet());
        entries.addAll(map.values());
        return entries;
    }

    private String whyAFieldMayChange(Object ours) {
        for (Class<?> type = ours.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                String why = Modifier.isStatic(field.getModifiers()) ? "" : whyItMayChange(field, ours);
                if (!why.isEmpty()) {
                    return why;
                }
            }
        }
        return "";
    }

    private String whyItMayChange(Field field, Object owner) {
        return Modifier.isFinal(field.getModifiers())
                ? whyItMayChange(value(field, owner))
                : "holds " + owner.getClass().getName() + ", whose " + field.getName() + " is not final";
    }

    private static Object value(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
