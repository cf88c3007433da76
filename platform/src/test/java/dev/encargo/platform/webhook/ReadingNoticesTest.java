package dev.encargo.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingNoticesTest {
    @ParameterizedTest
    @ValueSource(strings = {"53.5", "53.001", "-1", "1e40", "\"53\""})
    void an_amount_that_is_no_whole_number_of_minor_units_is_no_notice(String amount) {
        assertThat(Notice.read(notice(amount))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5300", "5300.0", "53e2"})
    void an_amount_may_be_written_in_any_way_that_means_a_whole_number(String amount) {
        assertThat(Notice.read(notice(amount)).orElseThrow().amount()).isEqualTo(5300L);
    }

    @Test
    void a_notice_may_have_no_amount() {
        assertThat(Notice.read(notice("null")).orElseThrow().money()).isEmpty();
    }

    private static String notice(String amount) {
        return "{\"id\":\"n-1\",\"type\":\"payment.captured\",\"key\":\"ord_1/pay\",\"amount\":%s,\"currency\":\"EUR\"}"
                .formatted(amount);
    }
}
