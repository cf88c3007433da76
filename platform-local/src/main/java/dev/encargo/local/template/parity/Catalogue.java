package dev.encargo.local.template.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The declared treatment of every supported type and property: `catalogue.txt`, whose head explains its form.
public final class Catalogue {

    /// One line's promise about one path: its `names`, of which `*` is any. With `all`, whatever lies below too.
    record Rule(List<String> names, boolean all, Treatment treatment, String reason) {

        static Rule of(String path, Treatment treatment, String reason) {
            boolean all = path.endsWith(".**");
            String fixed = all ? path.substring(0, path.length() - 3) : path;
            return new Rule(List.of(fixed.split("\\.")), all, treatment, reason);
        }

        boolean covers(List<String> path) {
            return (all ? path.size() >= names.size() : path.size() == names.size()) && agrees(path, names.size());
        }

        boolean leadsOn(List<String> path) {
            return names.size() > path.size() && agrees(path, path.size());
        }

        private boolean agrees(List<String> path, int length) {
            for (int i = 0; i < length; i++) {
                if (!names.get(i).equals("*") && !names.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, List<Rule>> types = new LinkedHashMap<>();
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
        List<Rule> current = new ArrayList<>();
        for (String line : text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList()) {
            int bar = line.indexOf(" | ");
            String reason = bar < 0 ? "" : line.substring(bar + 3).strip();
            List<String> words = List.of((bar < 0 ? line : line.substring(0, bar)).split("\\s+"));
            switch (words.getFirst()) {
                case "type" -> catalogue.types.put(words.get(1), current = new ArrayList<>());
                case "ignored-type" -> catalogue.ignored.put(words.get(1), reason);
                default -> {
                    Treatment treatment = Treatment.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
                    for (String path : words.subList(1, words.size())) {
                        current.add(Rule.of(path, treatment, reason));
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
        return rules(type).filter(rule -> rule.covers(path)).findFirst();
    }

    /// Whether some rule speaks of what lies below `path`.
    boolean leadsOn(String type, List<String> path) {
        boolean functionEvents = type.equals("AWS::Serverless::Function") && path.equals(List.of("Events"));
        return functionEvents || rules(type).anyMatch(rule -> rule.leadsOn(path));
    }

    /// The names that may follow `path`.
    List<String> namesBelow(String type, List<String> path) {
        return rules(type)
                .filter(rule -> rule.leadsOn(path))
                .map(rule -> rule.names().get(path.size()))
                .filter(name -> !name.equals("*"))
                .distinct()
                .toList();
    }

    private Stream<Rule> rules(String type) {
        return types.getOrDefault(type, List.of()).stream();
    }
}
