package dev.encargo.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columns_are_aligned_also_where_signs_become_words() {
        PrintStream out = System.out;
        String encoding = System.getProperty("stdout.encoding", "UTF-8");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setProperty("stdout.encoding", "US-ASCII");
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            new Table("ORDER", "TOTAL>", "NOTE")
                    .row("ord_1", "€53.00", "a")
                    .row("ord_2", "€1,210.00", "b")
                    .print(new Output());
        } finally {
            System.setOut(out);
            System.setProperty("stdout.encoding", encoding);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("""
                  ORDER         TOTAL  NOTE
                  ord_1     EUR 53.00  a
                  ord_2  EUR 1,210.00  b
                """);
    }
}
