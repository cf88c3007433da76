package dev.encargo.local.workflow.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            2016-03-14T01:59:00Z, 2016-03-14T01:59:00Z
            2016-03-14T01:59:00.123Z, 2016-03-14T01:59:00.123Z
            2016-03-14T01:59:00+02:00, 2016-03-13T23:59:00Z
            2016-03-14T01:59:00-23:59, 2016-03-15T01:58:00Z
            2016-03-14T01:59:00-00:00, 2016-03-14T01:59:00Z
            2016-03-14T01:59:00.1234567891Z, 2016-03-14T01:59:00.123456789Z
            2016-03-14T01:59:00.123456789012+00:00, 2016-03-14T01:59:00.123456789Z
            2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z
            1990-12-31T15:59:60-08:00, 1991-01-01T00:00:00Z
            2016-12-31T23:59:60.5Z, 2017-01-01T00:00:00.5Z
            0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z
            """)
    void a_timestamp_names_a_moment(String text, Instant moment) {
        assertThat(Amount.timestamp(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-03-14T01:59+02:00",
                "2016-03-14T01:59Z",
                "2016-03-14T01:59:00+02:00:30",
                "2016-03-14T01:59:00+01",
                "2016-03-14T01:59:00+0100",
                "2016-03-14T01:59:00+24:00",
                "2016-03-14T01:59:00",
                "2016-03-14T01:59:00.Z",
                "2016-03-14t01:59:00Z",
                "2016-03-14T01:59:00z",
                "2016-03-14 01:59:00Z",
                "+12016-02-10T01:00:00Z",
                "-2016-02-10T01:00:00Z",
                "2016-02-30T01:00:00Z",
                "2016-02-10T24:00:00Z",
                "2016-02-10T12:30:60Z",
                "2016-02-10T12:30:61Z",
                "2016-02-10",
                ""
            })
    void what_the_language_does_not_call_a_timestamp_is_none(String text) {
        assertThat(Amount.timestamp(text)).isNull();
    }
}
