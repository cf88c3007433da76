package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An order before it is placed: the sample, a file's, or one line.
final class Draft {
    static final BigDecimal PRICE = new BigDecimal("21.90");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final ObjectNode order;

    private Draft(ObjectNode order) {
        this.order = order;
    }

    /// Of a customer who speaks the language spoken.
    static Draft sample() {
        Draft draft = of("TEE-BLK-M", 2, PRICE)
                .with("name", "Ana")
                .with("email", "ana@example.com")
                .with("locale", Words.language().locale().getLanguage());
        ((ObjectNode) draft.order.path("items").get(0)).put("description", say("T-shirt, black, M"));
        return draft;
    }

    static Draft of(String sku, int quantity, BigDecimal price) {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("customerId", "c-1");
        order.putArray("items")
                .addObject()
                .put("sku", sku)
                .put("quantity", quantity)
                .put("unitPrice", price);
        return new Draft(order);
    }

    /// Of a file in JSON as `POST /orders` takes it; `-` is standard input. `host` are the options that name the
    /// host.
    ///
    /// @throws Refusal where it cannot be read, or is no JSON object
    static Draft file(String name, String host) {
        JsonNode content = parse(name, text(name, host));
        if (content instanceof ObjectNode order) {
            return new Draft(order);
        }
        throw new Refusal(
                Refusal.USAGE,
                say("%s is not an order.", shown(name)),
                say("An order is a JSON object; this is not one."),
                say(
                        "The smallest:  %s",
                        "{\"customerId\": \"c-1\", \"items\": [{\"sku\": \"TEE-BLK-M\", \"quantity\": 2, \"unitPrice\": 21.90}]}"));
    }

    private static JsonNode parse(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s is not JSON.", shown(name)),
                    say(
                            "It is malformed at line %d, column %d: %s.",
                            malformed.getLocation().getLineNr(),
                            malformed.getLocation().getColumnNr(),
                            malformed.getOriginalMessage().replaceAll(" \\(start marker.*", "")),
                    say("Nothing was placed. Mend it, then run the same command again."));
        }
    }

    private static String text(String name, String host) {
        try {
            byte[] bytes = name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s cannot be read.", shown(name)),
                    fault instanceof NoSuchFileException ? say("There is no such file.") : fault.getMessage() + ".",
                    say(
                            "Nothing was placed. Use:  %s      or from standard input:  %s",
                            encargo("order create --file FILE" + host), encargo("order create --file -" + host)));
        }
    }

    private static String shown(String name) {
        return name.equals("-") ? say("Standard input") : name;
    }

    /// With a field set to `value`, or as it is where that is null.
    Draft with(String field, @Nullable String value) {
        if (value != null) {
            order.put(field, value);
        }
        return this;
    }

    String body() {
        return order.toString();
    }
}
