package dev.encargo.deployment.image;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.function.CallFailed;
import java.io.IOException;
import java.nio.file.Path;

/// `MeasureColdStarts ROOT WORK PEER FUNCTION ROUNDS`: measures the functions of the checkout ROOT whose names contain
/// FUNCTION, and the peer that is built in the module PEER, in the folder WORK. Writes one JSON object a line: a round
/// that begins, `{"round", "rounds"}`, and at last each result, `{"function", "cached", "plain"}`, a start being
/// `{"initMs", "firstMs", "residentKib"}`. Called by `encargo bench cold`, so that no other command has the AWS SDK on
/// its class path.
public final class MeasureColdStarts {

    private MeasureColdStarts() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, CallFailed {
        Path root = Path.of(arguments[0]);
        Path work = Path.of(arguments[1]);
        Path javaHome = Path.of(System.getProperty("java.home"));
        ImageFolder image = ImageFolder.assemble(root, "image", work.resolve("image"), javaHome);
        ImageFolder peer = ImageFolder.assemble(root, arguments[2], work.resolve("peer"), javaHome);
        new ColdStarts(root, work.resolve("work"))
                .measure(image, peer, arguments[3], Integer.parseInt(arguments[4]), MeasureColdStarts::begun)
                .forEach(MeasureColdStarts::measured);
    }

    private static void begun(int round, int rounds) {
        System.out.println(
                JsonNodeFactory.instance.objectNode().put("round", round).put("rounds", rounds));
    }

    private static void measured(ColdStarts.Row row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("function", row.function());
        json.set("cached", start(row.cached()));
        json.set("plain", start(row.plain()));
        System.out.println(json);
    }

    private static ObjectNode start(ColdStart start) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("initMs", start.init().toMillis())
                .put("firstMs", start.first().toMillis())
                .put("residentKib", start.residentKib());
    }
}
