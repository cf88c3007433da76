package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Secrets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every host's secrets keep to. The secret under test, `parcel-seal`, has one value when a test begins.
public abstract class SecretsContract {
    protected static final String SECRET = "parcel-seal";

    protected abstract Secrets secrets();

    /// Has the secret's store hold those values from now on, newest first, behind the port's back.
    protected abstract void rotate(List<String> values);

    @Test
    void a_secret_at_rest_has_one_value() {
        assertThat(secrets().live(SECRET))
                .singleElement()
                .satisfies(value -> assertThat(value).isNotBlank());
        assertThat(secrets().newest(SECRET)).isEqualTo(secrets().live(SECRET).getFirst());
    }

    @Test
    void a_secret_that_rotates_has_two_values_the_newest_first() {
        String old = secrets().newest(SECRET);
        rotate(List.of("new-value", old));
        assertThat(secrets().reread(SECRET)).containsExactly("new-value", old);
        assertThat(secrets().live(SECRET)).containsExactly("new-value", old);
        assertThat(secrets().newest(SECRET)).isEqualTo("new-value");
    }

    @Test
    void a_value_that_was_rotated_out_is_not_live_once_read_anew() {
        rotate(List.of("new-value", secrets().newest(SECRET)));
        secrets().reread(SECRET);
        rotate(List.of("new-value"));
        assertThat(secrets().reread(SECRET)).containsExactly("new-value");
        assertThat(secrets().live(SECRET)).containsExactly("new-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seal", "parcel-sea", "parcel-seal2", "Parcel-Seal", "no-such-secret"})
    void a_name_without_a_secret_is_an_error_that_says_it(String name) {
        String unknown = "'" + name + "'";
        assertThatThrownBy(() -> secrets().live(name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(unknown);
        assertThatThrownBy(() -> secrets().newest(name)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets().reread(name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(unknown);
        assertThat(secrets().live(SECRET)).hasSize(1);
    }
}
