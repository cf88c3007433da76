package dev.encargo.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.OperatedHost;
import dev.encargo.cli.OperatedHost.Said;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("mails on the command line")
class MailCommandsTest {
    @RegisterExtension
    private static final OperatedHost HOST = new OperatedHost();

    private String order = "";

    @BeforeEach
    void an_order_is_paid_and_its_customer_told() throws Exception {
        order = HOST.run("order", "create", "--sample", "--watch", "--json")
                .object()
                .path("orderId")
                .asText();
        HOST.settle();
    }

    private String mail() {
        return HOST.run("mail", "list", "--order", order, "--json")
                .object()
                .path("id")
                .asText();
    }

    @Test
    void are_listed_and_shown_with_times_of_one_style() {
        List<String> list =
                HOST.run("mail", "list", "--order", order).out().lines().toList();
        assertThat(list.getFirst()).matches("  TIME +TO +SUBJECT +MAIL");
        assertThat(list.get(1)).matches("  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  ana@example.com .*" + mail());
        assertThat(HOST.run("mail", "show", mail()).out().lines().limit(4))
                .element(2)
                .asString()
                .matches("  Date     \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void in_Spanish_have_their_labels_aligned() {
        assertThat(HOST.run("mail", "list", "--lang", "es").out())
                .startsWith("  HORA ")
                .contains("  CORREO\n");
        assertThat(HOST.run("mail", "show", mail(), "--lang", "es")
                        .out()
                        .lines()
                        .limit(4))
                .anyMatch(line -> line.startsWith("  De      "))
                .contains("  Para    ana@example.com")
                .anyMatch(line -> line.startsWith("  Asunto  Your order " + order));
    }

    @Test
    void a_limit_below_one_is_refused() {
        for (String limit : List.of("0", "-1", "x")) {
            Said said = HOST.run("mail", "list", "--limit", limit);
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err().lines()).hasSize(3).first().isEqualTo("  ✕ " + limit + " is no value for --limit.");
        }
        assertThat(HOST.run("mail", "list", "--limit", "1", "--json").objects()).hasSize(1);
    }

    @Test
    void one_that_is_not_there_is_refused_with_a_command_for_the_same_host() {
        Said said = HOST.run("mail", "show", "evt_none");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err().lines())
                .containsExactly(
                        "  ✕ There is no mail evt_none.",
                        "    The outbox does not hold it.",
                        "    Use:  encargo mail list --data " + HOST.folder());
    }
}
