package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.rules.Sources.Source;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final List<Source> MAIN = Sources.main();

    @Test
    void main_code_has_no_var() {
        assertThat(SourceRules.noVar(MAIN)).isEmpty();
        fails(SourceRules::noVar, "for (var a : all) {");
        fails(SourceRules::noVar, "    var b = 1;");
    }

    @Test
    void no_main_file_is_longer_than_400_lines() {
        assertThat(SourceRules.noFileTooLong(MAIN)).isEmpty();
        Source longest = new Source("orders/A.java", Collections.nCopies(400, ""));
        Source longer = new Source("orders/B.java", Collections.nCopies(401, ""));
        assertThat(SourceRules.noFileTooLong(List.of(longest, longer))).containsExactly("orders/B.java has 401 lines");
    }

    @Test
    void no_class_is_named_for_a_technique() {
        assertThat(SourceRules.noNameOfATechnique(MAIN)).isEmpty();
        fails(SourceRules::noNameOfATechnique, "public final class OrderManager {");
        fails(SourceRules::noNameOfATechnique, "    private record OrderDto(String id) {}");
    }

    @Test
    void every_package_of_main_code_is_null_marked() {
        assertThat(SourceRules.everyPackageIsNullMarked(MAIN)).isEmpty();
        Source marked = new Source("orders/model/package-info.java", "@NullMarked", "package orders.model;");
        Source mentioned = new Source("orders/store/package-info.java", "import org.jspecify.annotations.NullMarked;");
        Source alone = new Source("orders/usecase/PlaceOrder.java", "class PlaceOrder {}");
        assertThat(SourceRules.everyPackageIsNullMarked(List.of(marked, mentioned, alone)))
                .containsExactly("orders/store", "orders/usecase");
    }

    @Test
    void no_test_sleeps() {
        assertThat(SourceRules.noSleep(Sources.tests())).isEmpty();
        fails(SourceRules::noSleep, "Thread.sleep(100);");
        fails(SourceRules::noSleep, "TimeUnit.SECONDS.sleep(1);");
        fails(SourceRules::noSleep, "LockSupport.parkNanos(1_000_000);");
        fails(SourceRules::noSleep, "boolean late = new CountDownLatch(1)", "    .await(1, TimeUnit.SECONDS);");
        assertThat(SourceRules.noSleep(
                        List.of(new Source("orders/A.java", "// it may sleep(1)", "log(\"sleep(1)\");"))))
                .isEmpty();
    }

    private static void fails(Function<List<Source>, List<String>> rule, String... lines) {
        assertThat(rule.apply(List.of(new Source("orders/A.java", lines)))).hasSize(1);
    }
}
