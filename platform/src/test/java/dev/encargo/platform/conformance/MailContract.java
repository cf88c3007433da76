package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Mail;
import dev.encargo.platform.Mail.MailRefused;
import dev.encargo.platform.Mail.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every host's mail keeps to.
public abstract class MailContract {
    private static final String ADDRESS = "ada.lovelace+shop@mail.example.com";

    protected abstract Mail mail();

    /// The mails that were accepted so far, in their order.
    protected abstract List<Message> accepted();

    /// Whether this host can drop a mail whose id was sent before. A host that cannot sends it again.
    protected abstract boolean dropsRepeats();

    private static Message message(String id, String to, String subject) {
        return new Message(
                id, "orders@encargo.example", to, subject, "¡Hola, Iñaki! 🛍️\n", "<p>¡Hola, Iñaki! 🛍️</p>");
    }

    @Test
    void accepts_a_mail_as_it_is() {
        Message first = message("evt_1", ADDRESS, "Tu pedido ñ 🛍️");
        Message second = message("evt_2", ADDRESS, "Tu pedido ñ 🛍️");
        mail().send(first);
        mail().send(second);
        assertThat(accepted()).containsExactly(first, second);
    }

    @Test
    void a_second_send_with_the_same_id_is_no_fault_and_sends_nothing_where_the_host_can_tell() {
        Message first = message("evt_1", ADDRESS, "Your order");
        Message second = message("evt_1", ADDRESS, "Your order, in other words");
        mail().send(first);
        mail().send(second);
        assertThat(accepted()).isEqualTo(dropsRepeats() ? List.of(first) : List.of(first, second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@eve@example.com",
                "ada lovelace@example.com",
                "ada@example.com,eve@example.com",
                "ada@example.com\r\nBcc: eve@example.com"
            })
    void refuses_for_good_what_is_not_one_address(String to) {
        assertThatThrownBy(() -> mail().send(message("evt_1", to, "Your order")))
                .isInstanceOf(MailRefused.class)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("example.com"));
        assertThat(accepted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your order\r\nBcc: eve@example.com", "Your order\n", "Your\u0000order"})
    void refuses_for_good_a_subject_that_is_not_one_line(String subject) {
        assertThatThrownBy(() -> mail().send(message("evt_1", ADDRESS, subject)))
                .isInstanceOf(MailRefused.class);
        assertThat(accepted()).isEmpty();
    }

    @Test
    void a_refused_mail_does_not_use_up_its_id() {
        assertThatThrownBy(() -> mail().send(message("evt_1", "ada@", "Your order")))
                .isInstanceOf(MailRefused.class);
        Message right = message("evt_1", ADDRESS, "Your order");
        mail().send(right);
        assertThat(accepted()).containsExactly(right);
    }
}
