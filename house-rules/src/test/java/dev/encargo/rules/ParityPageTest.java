package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.rules.Sources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParityPageTest {

    @Test
    void the_page_says_what_the_sources_say() throws IOException {
        Path written = Sources.ROOT.resolve("house-rules/target/parity.md");
        Files.writeString(written, new ParityPage(PortSuites.ofThisCheckout()).text());
        assertThat(ParityPage.FILE)
                .as("if it is right: cp house-rules/target/parity.md docs/reference/parity.md")
                .hasSameTextualContentAs(written);
    }

    @Test
    void every_test_that_the_page_names_for_a_resource_exists() {
        Set<String> tests = Sources.tests().stream()
                .map(test -> test.name().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(ParityPage.SEEN_LOCALLY.values())
                .allSatisfy(names -> assertThat(tests).containsAll(names));
    }

    @Test
    void a_port_is_verified_by_the_tests_that_extend_its_suites_and_else_by_nobody() {
        List<Source> tests = List.of(
                new Source("platform/src/test/java/MailContract.java", "public abstract class MailContract {"),
                new Source("platform/src/test/java/IndexesContract.java", "public abstract class IndexesContract {"),
                new Source(
                        "platform-aws/src/test/java/AwsPortsTest.java",
                        "class AwsPortsTest {",
                        "    class ItsMail extends MailContract {"),
                new Source("platform-local/src/test/java/PortsTest.java", "    class Found extends IndexesContract {"));
        String page = new ParityPage(new PortSuites(tests)).text();
        assertThat(page)
                .contains("| Mail | not verified | `AwsPortsTest.ItsMail` | not verified |")
                .contains("| Documents | `PortsTest.Found` | not verified | not verified |");
    }
}
