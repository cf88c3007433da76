package dev.encargo.local.workflow.data;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The functions that Step Functions adds to JSONata, and those of JSONata that would otherwise ask the machine for
/// the time or for chance.
final class JsonataFunctions {
    private static final int LONGEST_RANGE = 100_000;

    private interface Function {
        @Nullable
        Object apply(Scope scope, List<?> arguments);
    }

    private record Signed(Function function, String signature) {}

    private static final Map<String, Signed> BY_NAME = Map.of(
            "partition", new Signed(JsonataFunctions::partition, "<an:a>"),
            "range", new Signed(JsonataFunctions::range, "<nnn:a>"),
            "hash", new Signed(JsonataFunctions::hash, "<s-s:s>"),
            "random", new Signed(JsonataFunctions::random, "<n?:n>"),
            "uuid", new Signed(JsonataFunctions::uuid, "<:s>"),
            "parse", new Signed(JsonataFunctions::parse, "<s-:x>"),
            "now", new Signed(JsonataFunctions::now, "<s?s?:s>"),
            "millis", new Signed(JsonataFunctions::millis, "<:n>"),
            "eval", new Signed(JsonataFunctions::eval, "<s?x?:x>"));

    private JsonataFunctions() {}

    static void bind(Frame frame, Scope scope, Set<String> names) {
        for (String name : names) {
            Signed signed = BY_NAME.get(name);
            if (signed != null) {
                JFunctionCallable callable =
                        (input, arguments) -> signed.function().apply(scope, arguments);
                frame.bind(name, new JFunction(callable, signed.signature()));
            }
        }
    }

    private static @Nullable Object partition(Scope scope, List<?> arguments) {
        if (arguments.getFirst() == null) {
            return null;
        }
        List<?> items = (List<?>) arguments.get(0);
        long size = whole(arguments.get(1));
        if (size < 1) {
            throw new IntrinsicProblem("the size of a partition must be a positive integer");
        }
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += (int) Math.min(size, Integer.MAX_VALUE - from)) {
            parts.add(new ArrayList<>(items.subList(from, (int) Math.min(items.size(), from + size))));
        }
        return parts;
    }

    private static List<Object> range(Scope scope, List<?> arguments) {
        BigDecimal first = decimal(arguments.get(0));
        BigDecimal last = decimal(arguments.get(1));
        BigDecimal step = decimal(arguments.get(2));
        if (step.signum() == 0) {
            throw new IntrinsicProblem("the step of a range must not be 0");
        }
        List<Object> numbers = new ArrayList<>();
        for (BigDecimal n = first;
                step.signum() > 0 ? n.compareTo(last) <= 0 : n.compareTo(last) >= 0;
                n = n.add(step)) {
            if (numbers.size() == LONGEST_RANGE) {
                throw new IntrinsicProblem(
                        "Expression evaluation memory limit exceeded: Check for excessive memory usage");
            }
            numbers.add(number(n));
        }
        return numbers;
    }

    private static Object number(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 ? (Object) value.longValue() : (Object) value.doubleValue();
    }

    private static @Nullable Object hash(Scope scope, List<?> arguments) {
        String algorithm = String.valueOf(arguments.get(1));
        String digest = Digests.hex(String.valueOf(arguments.get(0)), algorithm);
        if (digest == null) {
            throw new IntrinsicProblem("'" + algorithm + "' is none of the algorithms " + Digests.NAMES);
        }
        return digest;
    }

    private static Object random(Scope scope, List<?> arguments) {
        if (arguments.isEmpty() || arguments.getFirst() == null) {
            return scope.chance().fraction();
        }
        return new Chance(Double.doubleToLongBits(decimal(arguments.getFirst()).doubleValue())).fraction();
    }

    private static Object uuid(Scope scope, List<?> arguments) {
        return scope.chance().uuid().toString();
    }

    private static @Nullable Object parse(Scope scope, List<?> arguments) {
        Object text = arguments.getFirst();
        if (text == null) {
            return null;
        }
        try {
            return JsonataValues.fromJson(Json.parse(text.toString()));
        } catch (JsonProcessingException e) {
            throw new IntrinsicProblem("the text to parse is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private static @Nullable Object now(Scope scope, List<?> arguments) {
        return Functions.dateTimeFromMillis(scope.now().toEpochMilli(), text(arguments, 0), text(arguments, 1));
    }

    private static @Nullable String text(List<?> arguments, int index) {
        return index < arguments.size() && arguments.get(index) instanceof String text ? text : null;
    }

    private static Object millis(Scope scope, List<?> arguments) {
        return scope.now().toEpochMilli();
    }

    private static Object eval(Scope scope, List<?> arguments) {
        throw new IntrinsicProblem("$eval is not supported: use $parse to read JSON");
    }

    private static BigDecimal decimal(@Nullable Object number) {
        if (number instanceof Number) {
            return new BigDecimal(number.toString());
        }
        throw new IntrinsicProblem("a number is expected, but found " + number);
    }

    private static long whole(@Nullable Object number) {
        return decimal(number).setScale(0, java.math.RoundingMode.HALF_UP).longValue();
    }
}
