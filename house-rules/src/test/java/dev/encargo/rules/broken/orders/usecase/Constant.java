package dev.encargo.rules.broken.orders.usecase;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Breaks nothing: what a static field may hold.
public class Constant {

    static final int NUMBER = 3;
    static final String WORD = "word";
    static final BigDecimal RATE = new BigDecimal("0.21");
    static final Duration LIMIT = Duration.ofMinutes(1);
    static final Pattern PATTERN = Pattern.compile("a+");
    static final Set<String> NAMES = Set.of("a");
    static final Map<String, List<Duration>> DEEP = Map.of("a", List.of(LIMIT));
    static final List<Pair> PAIRS = List.of(new Pair("a", 1));
    static final UnaryOperator<String> FUNCTION = text -> text + WORD;
    static final Object NOTHING = new Object();

    public record Pair(String name, int number) {}
}
