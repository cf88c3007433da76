package dev.encargo.cli.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The texts in the sources of a package, by the compiler's own reading of them: those that are said through
/// [Words] or are a phrase of the host, and those printed or refused with past it.
final class SourceTexts extends TreeScanner<Void, Void> {
    private static final Set<String> SPOKEN = Set.of("say", "plural", "english");
    private static final Set<String> PRINTING = Set.of("line", "progress", "println", "print", "printf");
    private static final Set<String> REFUSING = Set.of("Refusal", "WrongValue", "Table", "ParameterException");
    /// Makes a command to type, which is the same in every language.
    private static final String COMMAND = "encargo";

    /// Two words, or one with an end: what a person would read as language.
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,}[,;:]? +[A-Za-z]{2,}|[A-Z][A-Za-z]+[.:>]?");

    private final Set<String> said = new TreeSet<>();
    private final List<String> unspoken = new ArrayList<>();
    private final Set<String> printers;
    private final Set<String> refusers;
    private int printing;

    private SourceTexts(Set<String> printers, Set<String> refusers) {
        this.printers = printers;
        this.refusers = refusers;
    }

    /// Reads every source in one folder, not those below.
    static SourceTexts in(Path folder) throws IOException {
        try (Stream<Path> sources = Files.list(folder)) {
            return new SourceTexts(PRINTING, REFUSING).read(sources);
        }
    }

    /// Reads every source of the host in a folder and those below: what it says of a template are phrases.
    static SourceTexts ofHost(Path folder) throws IOException {
        try (Stream<Path> sources = Files.walk(folder)) {
            return new SourceTexts(Set.of("verbatim"), Set.of("Phrase")).read(sources);
        }
    }

    private SourceTexts read(Stream<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java =
                    sources.filter(each -> each.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(this, null);
            }
        }
        return this;
    }

    Set<String> said() {
        return said;
    }

    /// Texts that are printed in English whatever the language.
    List<String> unspoken() {
        return unspoken;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        String name = name(call.getMethodSelect());
        if (name.equals(COMMAND)) {
            return null;
        }
        if (SPOKEN.contains(name)) {
            List<? extends ExpressionTree> arguments = call.getArguments();
            int from = name.equals("plural") ? 1 : 0;
            int to = name.equals("plural") ? 3 : 1;
            List<String> texts = arguments.subList(from, Math.min(to, arguments.size())).stream()
                    .flatMap(each -> alternatives(each).stream())
                    .toList();
            said.addAll(texts);
            if (name.equals("english") && texts.isEmpty()) {
                unspoken.add(call.toString());
            }
            int before = printing;
            printing = 0;
            scan(arguments, null);
            printing = before;
            return null;
        }
        return printers.contains(name)
                ? printed(() -> super.visitMethodInvocation(call, null))
                : super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        return refusers.contains(made.getIdentifier().toString())
                ? printed(() -> super.visitNewClass(made, null))
                : super.visitNewClass(made, null);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (printing > 0
                && literal.getValue() instanceof String text
                && LANGUAGE.matcher(text).find()) {
            unspoken.add(text);
        }
        return null;
    }

    private Void printed(Runnable scan) {
        printing++;
        scan.run();
        printing--;
        return null;
    }

    /// The texts that an argument can be: a literal, literals joined, or one of two by a condition.
    private static List<String> alternatives(Tree tree) {
        return switch (tree) {
            case LiteralTree literal when literal.getValue() instanceof String text -> List.of(text);
            case ParenthesizedTree inner -> alternatives(inner.getExpression());
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS -> {
                List<String> left = alternatives(sum.getLeftOperand());
                List<String> right = alternatives(sum.getRightOperand());
                yield left.isEmpty() || right.isEmpty() ? List.of() : List.of(left.getFirst() + right.getFirst());
            }
            case ConditionalExpressionTree either ->
                Stream.concat(
                                alternatives(either.getTrueExpression()).stream(),
                                alternatives(either.getFalseExpression()).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static String name(ExpressionTree method) {
        return switch (method) {
            case IdentifierTree alone -> alone.getName().toString();
            case MemberSelectTree member -> member.getIdentifier().toString();
            default -> "";
        };
    }
}
