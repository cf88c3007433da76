package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the guide to a deployment")
class GuidedFirstOrderTest {
    private static final Path GUIDE =
            Path.of(System.getProperty("encargo.root", "..")).resolve("docs/how-to/deploy.md");

    @TempDir
    private Path folder;

    @Test
    void places_a_first_order_that_is_paid() throws Exception {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf('{', guide.indexOf("cat > order.json"));
        byte[] event = guide.substring(begin, guide.indexOf("EOF", begin)).getBytes(StandardCharsets.UTF_8);
        try (World world = World.in(folder)) {
            String answer =
                    new String(world.host().functions().call("PlaceOrderFunction", event), StandardCharsets.UTF_8);
            assertThat(answer).contains("\"statusCode\":201");
            world.settle();
            Matcher id = Pattern.compile("ord_[0-9A-Z]{26}").matcher(answer);
            assertThat(id.find()).isTrue();
            assertThat(world.status(id.group())).isEqualTo("PAID");
        }
    }
}
