package dev.encargo.local.template.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The declared treatment of every supported type and property: `catalogue.txt`, whose head explains its form.
public final class Catalogue {

    /// One line's promise about one path. A path that ends in `**` covers the path before it and all below.
    record Rule(String path, Treatment treatment, String reason) {

        boolean coversAllBelow() {
            return path.endsWith(".**");
        }
    }

    private final Map<String, Map<String, Rule>> types = new LinkedHashMap<>();
    private final Map<String, String> ignored = new LinkedHashMap<>();

    private Catalogue() {}

    public static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.txt")) {
            if (in == null) {
                throw new IllegalStateException("catalogue.txt is missing beside " + Catalogue.class.getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalogue parse(String text) {
        Catalogue catalogue = new Catalogue();
        Map<String, Rule> current = new LinkedHashMap<>();
        for (String line : text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList()) {
            int bar = line.indexOf(" | ");
            String reason = bar < 0 ? "" : line.substring(bar + 3).strip();
            List<String> words = List.of((bar < 0 ? line : line.substring(0, bar)).split("\\s+"));
            switch (words.getFirst()) {
                case "type" -> catalogue.types.put(words.get(1), current = new LinkedHashMap<>());
                case "ignored-type" -> catalogue.ignored.put(words.get(1), reason);
                default -> {
                    Treatment treatment = Treatment.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
                    for (String path : words.subList(1, words.size())) {
                        current.put(path, new Rule(path, treatment, reason));
                    }
                }
            }
        }
        return catalogue;
    }

    boolean knows(String type) {
        return types.containsKey(type);
    }

    /// Why a type has no part in how the application behaves; empty for all others.
    Optional<String> whyIgnored(String type) {
        return ignored.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("*")
                        ? type.startsWith(
                                entry.getKey().substring(0, entry.getKey().length() - 1))
                        : type.equals(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The rule for a path of names, such as `[RedrivePolicy, maxReceiveCount]`.
    Optional<Rule> rule(String type, List<String> path) {
        return rules(type).filter(rule -> covers(rule, path)).findFirst();
    }

    /// Whether some rule speaks of what lies below `path`.
    boolean leadsOn(String type, List<String> path) {
        boolean functionEvents = type.equals("AWS::Serverless::Function") && path.equals(List.of("Events"));
        return functionEvents || rules(type).anyMatch(rule -> leadsOn(rule, path));
    }

    private static boolean leadsOn(Rule rule, List<String> path) {
        List<String> names = List.of(rule.path().split("\\."));
        return names.size() > path.size()
                && covers(new Rule(String.join(".", names.subList(0, path.size())), rule.treatment(), ""), path);
    }

    /// The names that may follow `path`.
    List<String> namesBelow(String type, List<String> path) {
        return rules(type)
                .map(rule -> List.of(rule.path().split("\\.")))
                .filter(names -> names.size() > path.size()
                        && names.subList(0, path.size()).equals(path))
                .map(names -> names.get(path.size()))
                .filter(name -> !name.startsWith("*"))
                .distinct()
                .toList();
    }

    private Stream<Rule> rules(String type) {
        return types.getOrDefault(type, Map.of()).values().stream();
    }

    private static boolean covers(Rule rule, List<String> path) {
        List<String> names = List.of(rule.path().split("\\."));
        int fixed = rule.coversAllBelow() ? names.size() - 1 : names.size();
        if (path.size() < fixed || (!rule.coversAllBelow() && path.size() > fixed)) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!names.get(i).equals("*") && !names.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
