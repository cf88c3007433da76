package dev.encargo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a text in a log")
class RedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    to ada.lovelace+shop@mail.example.com. | to [e-mail].
                    <ñandú@correo.es>, o'neil@x.ie         | <[e-mail]>, [e-mail]
                    ?email=ada@localhost&x=1               | ?email=[e-mail]&x=1
                    pay with pm_1OabXYZ_9, then pm_ok      | pay with [payment method], then [payment method]
                    Authorization: Bearer eyJhbGci.e30._-x==;| Authorization: Bearer [token];
                    bearer 0123456789abcdef                | bearer [token]
                    card 4242424242424242                  | card [card]
                    card 4242 4242 4242 4242 12/27         | card [card]/27
                    card 4000-0566-5566-5556.              | card [card].
                    3782 822463 10005 and 378282246310005  | [card] and [card]
                    number=6011111111111117,5555555555554444| number=[card],[card]
                    """)
    void keeps_no_credential_and_nothing_that_names_a_person(String text, String kept) {
        assertThat(Redaction.of(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "the bearer of a link, pm_",
                "rpm_limit",
                "ord_01JDF3X4Y5Z6A7B8C9D0E1F2G3",
                "evt_42424242424242424242424242",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "0b8e1f6c-4242-4242-8242-424242424242",
                "2026-11-24T09:41:58.123456789Z",
                "1764000000000",
                "4242424242424243",
                "424242424242",
                "42424242424242424242",
                "F-2026-000001 of 119.70 EUR"
            })
    void keeps_what_names_a_thing(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void is_read_in_one_pass_however_long() {
        for (String part : new String[] {"a", "a@", "4", "4242 ", "bearer ", "pm_", "a.", "1-"}) {
            assertTimeout(
                    Duration.ofSeconds(10),
                    () -> assertThat(Redaction.of(part.repeat(100_000) + "@")).isNotEmpty());
        }
    }
}
