package dev.encargo.rules;

import dev.encargo.rules.Sources.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which tests hold an implementation of a port to the port's suites, by what the sources of the tests say.
record PortSuites(List<Source> tests) {
    private static final Pattern SUITE = Pattern.compile("class (\\w+) extends (\\w+)Contract\\b");

    /// Suites that are about another port than the one of their name.
    private static final Map<String, String> PORTS = Map.of("Indexes", "Documents", "StoredEffects", "Documents");

    static PortSuites ofThisCheckout() {
        return new PortSuites(Sources.tests());
    }

    Set<String> ports() {
        return tests.stream()
                .map(Source::name)
                .filter(name -> name.endsWith("Contract.java"))
                .map(name -> port(name.replace("Contract.java", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Port → the tests of one module that extend its suites.
    Map<String, Set<String>> of(String module) {
        Map<String, Set<String>> found = new TreeMap<>();
        tests.stream()
                .filter(test -> test.path().startsWith(module + "/"))
                .forEach(test -> SUITE.matcher(String.join("\n", test.lines()))
                        .results()
                        .forEach(suite -> found.computeIfAbsent(port(suite.group(2)), _ -> new TreeSet<>())
                                .add(name(test, suite))));
        return found;
    }

    private static String name(Source test, MatchResult suite) {
        return test.name().replace(".java", ".") + suite.group(1);
    }

    private static String port(String suite) {
        return PORTS.getOrDefault(suite, suite);
    }
}
