package dev.encargo.benchmarks;

import dev.encargo.local.bus.RuleSet;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.Stack;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One event against all rules of the template, and against many more.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatchingEvents {
    private static final String EVENT = """
            {"version":"0","id":"evt_1","detail-type":"OrderStatusChanged","source":"encargo.orders","account":"000000000000",
             "time":"2026-11-24T10:00:00Z","region":"eu-south-2","resources":[],
             "detail":{"specversion":"1.0","id":"evt_1","source":"encargo.orders","type":"OrderStatusChanged",
             "subject":"ord_01JDEXAMPXE0000000000TY9K2","sequence":3,"data":{"from":"PAID","to":"SHIPPED","version":5,
             "customerId":"c-1","lines":[{"sku":"TEE-BLK-M","quantity":2}]}}}""";

    /// How many rules there are beside those of the template.
    @Param({"0", "1000"})
    public int others;

    private RuleSet rules = RuleSet.of(Map.of());

    @Setup
    public void readRules() {
        Path root = Path.of(System.getProperty("encargo.root", "."));
        Stack stack = StackReader.read(root.resolve("infrastructure/template.yaml"), StackOptions.laptop(8080));
        Map<String, String> patterns = new LinkedHashMap<>();
        stack.rules()
                .values()
                .forEach(rule -> rule.patternJson().ifPresent(pattern -> patterns.put(rule.id(), pattern)));
        for (int i = 0; i < others; i++) {
            patterns.put(
                    "other" + i,
                    "{\"source\":[\"shop." + i % 40 + "\"],\"detail\":{\"data\":{\"to\":[\"STATE" + i + "\"]}}}");
        }
        rules = RuleSet.of(patterns);
    }

    @Benchmark
    public List<String> oneEvent() {
        return rules.matches(EVENT);
    }
}
