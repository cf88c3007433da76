package dev.encargo.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.Encargo;
import dev.encargo.cli.Encargo.Ended;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a first order, each command a process of its own")
class FirstOrderTest {
    private static final Pattern ID = Pattern.compile("ord_[0-9A-Z]{26}");

    @TempDir
    private Path folder;

    @Test
    void goes_from_up_to_delivered_with_the_commands_that_each_step_names() throws Exception {
        run("up", "--detach", "--port", "auto");
        try {
            Ended created = run("order", "create", "--sample", "--watch");
            Matcher id = ID.matcher(created.out());
            assertThat(id.find()).isTrue();
            assertThat(created.out()).contains("encargo order ship " + id.group());
            assertThat(run("invoice", "get", id.group()).out()).contains("✓ invoice F-");
            assertThat(folder.toFile().list((_, name) -> name.matches("F-.*\\.pdf")))
                    .hasSize(1);
            assertThat(run("order", "ship", id.group()).err()).contains("encargo order deliver " + id.group());
            assertThat(run("order", "deliver", id.group()).out()).contains("✓ delivered");
            assertThat(run("order", "list").out()).contains(id.group() + "  DELIVERED  €53.00");
        } finally {
            run("down");
        }
    }

    private Ended run(String... command) throws Exception {
        Ended ended = Encargo.run(folder, command);
        assertThat(ended.exitCode()).as(String.join(" ", command) + ended.err()).isZero();
        return ended;
    }
}
