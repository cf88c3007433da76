package dev.encargo.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestingTest {

    @TempDir
    Path folder;

    Checkout checkout;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(folder);
    }

    @Test
    void tests_that_all_pass_are_a_success() throws Exception {
        assertThat(tested(0, 0, "")).isEqualTo(new Checkout.Ended(0, "\n  2 passed, 0 failed, 0 skipped\n"));
    }

    @Test
    void a_test_that_fails_fails_the_run() throws Exception {
        Checkout.Ended ended = tested(1, 0, "<failure message=\"no\"/>");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("✕ OrderTest  it_holds", "1 passed, 1 failed, 0 skipped");
    }

    @Test
    void a_test_that_is_skipped_fails_the_run_and_is_named() throws Exception {
        Checkout.Ended ended = tested(0, 1, "<skipped message=\"not here\"/>");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("✕ OrderTest  it_holds was skipped", "1 passed, 0 failed, 1 skipped");
    }

    @Test
    void no_test_at_all_fails_the_run() throws Exception {
        Checkout.Ended ended = checkout.maven("").run("test");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("No test ran");
    }

    @Test
    void what_it_says_follows_the_language_and_the_signs_of_the_locale() throws Exception {
        checkout.in("es_ES.ISO-8859-1");
        assertThat(tested(0, 1, "<skipped message=\"not here\"/>").said())
                .contains("x OrderTest  it_holds se omitio", "1 pasaron, 0 fallaron, 1 omitidas")
                .matches("\\p{ASCII}+");
    }

    @Test
    void what_it_does_not_know_is_refused_and_nothing_is_tested() throws Exception {
        checkout.maven("echo tested");
        assertThat(checkout.run("test", "--slow", "--fast").said().lines())
                .containsExactly(
                        "  ✕ `test` does not know --slow --fast.",
                        "    It takes --slow or nothing.",
                        "    Use:  %1$s test      or      %1$s test --slow"
                                .formatted("'" + folder.resolve("a checkout/encargo") + "'"));
        assertThat(checkout.run("test", "--slow", "--help").said()).startsWith("Usage:");
    }

    /// Runs two tests, the second of which ends with `outcome`.
    private Checkout.Ended tested(int failures, int skipped, String outcome) throws Exception {
        return checkout.maven("""
                mkdir -p orders/target/surefire-reports
                cat > orders/target/surefire-reports/TEST-OrderTest.xml <<'XML'
                <testsuite name="OrderTest" tests="2" errors="0" skipped="%d" failures="%d">
                  <testcase name="it_stands" classname="OrderTest" time="0.1"/>
                  <testcase name="it_holds" classname="OrderTest" time="0.1">
                    %s
                  </testcase>
                </testsuite>
                XML
                """.formatted(skipped, failures, outcome)).run("test");
    }
}
