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

@DisplayName("arguments that are not ASCII")
class ArgumentsTest {
    private static final String TEMPLATE =
            "printf 'Resources: {Ñu: {Type: AWS::SQS::Queue, Properties: {Tags: []}}}' > plantilla-ñ.yaml\n";

    @TempDir
    Path folder;

    Checkout checkout;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(folder).realJava();
    }

    @ParameterizedTest
    @CsvSource({"LC_ALL, C", "LC_ALL, POSIX", "LANG, C", "LANG, xx_XX.ISO-8859-1", "LC_ALL, C.UTF-8"})
    void name_files_and_are_read_in_every_locale(String variable, String locale) throws Exception {
        Checkout.Ended ended = checkout.shell(
                Map.of(variable, locale), TEMPLATE + "./encargo parity --template plantilla-ñ.yaml --json");
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("\"resource\":\"Ñu\"", "\"file\":\"plantilla-ñ.yaml\"");
    }

    @Test
    void are_shown_in_ASCII_where_the_terminal_shows_no_more() throws Exception {
        assertThat(checkout.shell(Map.of("LC_ALL", "C"), "./encargo piñata").said())
                .contains("x There is no command pinata.")
                .matches("\\p{ASCII}+");
        assertThat(checkout.shell(Map.of("LC_ALL", "C.UTF-8"), "./encargo piñata")
                        .said())
                .contains("✕ There is no command piñata.");
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL, es_ES.ISO-8859-1, No existe la orden",
        "LC_MESSAGES, es, No existe la orden",
        "LANG, es_MX, No existe la orden",
        "LC_ALL, C, There is no command"
    })
    void leave_the_language_to_the_users_variables(String variable, String locale, String said) throws Exception {
        assertThat(checkout.shell(Map.of(variable, locale), "./encargo piñata").said())
                .contains("x " + said + " pinata.");
    }
}
