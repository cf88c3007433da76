package dev.encargo.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a command that is told to be typed")
class CallingTest {
    private static final Map<String, String> LOCALE = Map.of("LC_ALL", "C.UTF-8");

    @TempDir
    Path folder;

    Checkout checkout;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(folder).realJava();
    }

    @ParameterizedTest
    @CsvSource({
        "./encargo, ./encargo",
        "sh encargo, ./encargo",
        "cd ..; a checkout/encargo, a checkout/encargo",
        "PATH=$PWD:$PATH; encargo, encargo"
    })
    void begins_as_this_one_was_called(String called, String said) throws Exception {
        String quoted = said.contains(" ") ? "'" + said + "'" : said;
        assertThat(checkout.shell(LOCALE, called.replace("a checkout/encargo", "'a checkout/encargo'") + " down")
                        .said()
                        .lines())
                .endsWith("    Use:  " + quoted + " up      or name another host with --data DIR or --port N");
    }

    @Test
    void is_the_line_that_was_typed_where_one_value_was_wrong() throws Exception {
        assertThat(checkout.shell(LOCALE, "./encargo order create --sample --name 'Ana Gil' --timeout=-1")
                        .said())
                .contains("    Use:  ./encargo order create --sample --name 'Ana Gil' --timeout=60\n");
        assertThat(checkout.shell(LOCALE, "./encargo events tail --limit 0 --once")
                        .said())
                .contains("    Use:  ./encargo events tail --limit 20 --once\n");
    }
}
