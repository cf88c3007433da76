package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final Pattern VAR = Pattern.compile("(^|[\\s(])var\\s+\\w+\\s*[=:]");
    private static final Pattern TECHNICAL_NAME =
            Pattern.compile("\\w*(Impl|Manager|Helper|Helpers|Util|Utils|Service|Dto|DTO|Base)\\.java");
    private static final int LONGEST = 400;

    @Test
    void main_code_has_no_var() {
        assertThat(Sources.main())
                .allSatisfy(source ->
                        assertThat(linesWithVar(source)).as(source.path()).isEmpty());
        assertThat(linesWithVar(new Sources.Source("A.java", List.of("for (var a : all) {", "var b = 1;"))))
                .hasSize(2);
    }

    @Test
    void no_main_file_is_longer_than_400_lines() {
        assertThat(Sources.main())
                .allSatisfy(source ->
                        assertThat(source.lines().size()).as(source.path()).isLessThanOrEqualTo(LONGEST));
    }

    @Test
    void no_class_is_named_for_a_technique() {
        assertThat(Sources.main())
                .extracting(source -> source.path().substring(source.path().lastIndexOf('/') + 1))
                .noneMatch(name -> TECHNICAL_NAME.matcher(name).matches());
        assertThat("OrderManager.java").matches(TECHNICAL_NAME);
    }

    @Test
    void every_package_of_main_code_is_null_marked() {
        assertThat(Sources.packagesWithoutNullMarked()).isEmpty();
    }

    private static List<String> linesWithVar(Sources.Source source) {
        return source.lines().stream()
                .filter(line ->
                        !line.strip().startsWith("//") && VAR.matcher(line).find())
                .toList();
    }
}
