package dev.encargo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("identifiers")
class IdsTest {
    @Test
    void say_when_they_were_made() {
        Instant moment = Instant.parse("2026-11-24T10:00:00.123Z");
        assertThat(Ids.made(Ids.fresh("wri", InstantSource.fixed(moment)))).isEqualTo(moment);
        assertThatThrownBy(() -> Ids.made("wri_1")).isInstanceOf(IllegalArgumentException.class);
    }
}
