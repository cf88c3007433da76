package dev.encargo.rules;

import dev.encargo.rules.Sources.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the text of the code must keep to, where bytecode does not show it. Each rule gives its violations.
final class SourceRules {

    private static final int LONGEST = 400;
    private static final Pattern VAR = Pattern.compile("(^|[\\s(])var\\s+\\w+\\s*[=:]");
    private static final Pattern TECHNICAL_NAME = Pattern.compile(
            "\\b(class|record|interface|enum)\\s+\\w*(Impl|Manager|Helper|Helpers|Util|Utils|Service|Dto|DTO|Base)\\b");
    private static final Pattern NULL_MARKED =
            Pattern.compile("\\s*@(org\\.jspecify\\.annotations\\.)?NullMarked\\b.*");

    /// Also with a latch that nobody counts down.
    private static final Pattern SLEEP = Pattern.compile(
            "\\bsleep\\s*\\(|\\bpark(Nanos|Until)\\s*\\(|\\bnew\\s+CountDownLatch\\s*\\([^)]*\\)\\s*\\.await\\s*\\(\\s*[^)\\s]");

    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

    /// A store that takes its time for each call, as a laptop's does, is what is tested; no test waits by it.
    private static final Set<String> SLOW_STAND_INS = Set.of("LaptopDocuments.java");

    private SourceRules() {}

    static List<String> noVar(List<Source> sources) {
        return all(sources, VAR);
    }

    static List<String> noFileTooLong(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.lines().size() > LONGEST)
                .map(source -> source.path() + " has " + source.lines().size() + " lines")
                .toList();
    }

    static List<String> noNameOfATechnique(List<Source> sources) {
        return all(sources, TECHNICAL_NAME);
    }

    static List<String> everyPackageIsNullMarked(List<Source> sources) {
        Set<String> folders = new TreeSet<>();
        sources.forEach(source -> folders.add(source.folder()));
        sources.stream()
                .filter(source -> source.name().equals("package-info.java"))
                .filter(source -> source.lines().stream().anyMatch(NULL_MARKED.asMatchPredicate()))
                .forEach(source -> folders.remove(source.folder()));
        return List.copyOf(folders);
    }

    static List<String> noSleep(List<Source> tests) {
        Predicate<Source> broken = source -> source.path().contains("/rules/broken/");
        return all(
                tests.stream()
                        .filter(broken.negate())
                        .filter(source -> !SLOW_STAND_INS.contains(source.name()))
                        .toList(),
                SLEEP);
    }

    private static List<String> all(List<Source> sources, Pattern pattern) {
        return sources.stream()
                .filter(source -> pattern.matcher(code(source)).find())
                .map(source -> source.path() + ": " + first(source, pattern))
                .toList();
    }

    private static String first(Source source, Pattern pattern) {
        return pattern.matcher(code(source))
                .results()
                .map(found -> found.group().strip())
                .findFirst()
                .orElseThrow();
    }

    /// Without comments, and without what stands between quotes.
    private static String code(Source source) {
        List<String> lines = source.lines().stream()
                .map(line -> TEXT.matcher(line).replaceAll("\"\""))
                .map(line -> line.contains("//") ? line.substring(0, line.indexOf("//")) : line)
                .toList();
        return String.join("\n", lines);
    }
}
