package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every host's settings keep to. Two are there: `parcel-greeting` and `parcel-limit`.
public abstract class SettingsContract {
    protected static final String GREETING = "parcel-greeting";
    protected static final String GREETING_VALUE = " ¡Hola, Iñaki! 🛍️ {\"n\": 1} ";
    protected static final String LIMIT = "parcel-limit";
    protected static final String LIMIT_VALUE = "0.210";

    protected abstract Settings settings();

    @Test
    void a_setting_is_read_as_it_was_written() {
        assertThat(settings().find(GREETING)).contains(GREETING_VALUE);
        assertThat(settings().get(GREETING)).isEqualTo(GREETING_VALUE);
        assertThat(settings().get(LIMIT)).isEqualTo(LIMIT_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "parcel", "limit", "parcel-limi", "parcel-limits", "Parcel-Limit", "no-such-setting"})
    void a_name_without_a_setting_is_not_found_and_an_error_that_says_it(String name) {
        assertThat(settings().find(name)).isEmpty();
        assertThatThrownBy(() -> settings().get(name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'" + name + "'");
    }
}
