package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.analytics.Lake;
import dev.encargo.analytics.Landed;
import dev.encargo.local.template.model.BucketResource;
import dev.encargo.local.template.model.StreamResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// I11: what has landed and what the stream still buffers is, by event id, what was published. The log of events is
/// the stream's buffer from its mark on.
final class LakeHoldsAllEvents implements Invariant {

    @Override
    public String id() {
        return "I11";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        evidence.stack().streams().values().forEach(stream -> check(evidence, stream, report));
    }

    private static void check(Evidence evidence, StreamResource stream, Report report) {
        Map<String, String> landed = new HashMap<>();
        files(evidence, stream).forEach(file -> read(file, landed, report));
        long mark = evidence.host()
                .count("SELECT CAST(value AS INTEGER) FROM marks WHERE name = ?", "stream:" + stream.name());
        evidence.host()
                .list(
                        "SELECT id, type, json_extract(body, '$.detail.sequence'), seq FROM events WHERE source LIKE 'encargo.%' ORDER BY seq",
                        row -> new Published(row.getString(1), row.getString(2) + " " + row.getLong(3), row.getLong(4)))
                .forEach(event -> compare(event, landed, mark, report));
        landed.forEach((id, said) -> {
            if (!said.isEmpty()) {
                report.violated(id, say("in the lake: %s", said), say("an event that was published"));
            }
        });
    }

    private record Published(String id, String says, long place) {}

    /// What was compared is marked with an empty text, since an event may have been published twice.
    private static void compare(Published event, Map<String, String> landed, long mark, Report report) {
        String said = landed.get(event.id);
        if (said == null && event.place <= mark) {
            report.violated(event.id, say("not in the lake"), event.says);
        } else if (said != null && !said.isEmpty() && !said.equals(event.says)) {
            report.violated(event.id, say("in the lake: %s", said), event.says);
        }
        if (said != null) {
            landed.put(event.id, "");
        }
    }

    private static List<Path> files(Evidence evidence, StreamResource stream) {
        Path bucket = evidence.stack()
                .bucketByArn(stream.bucketArn())
                .map(BucketResource::name)
                .map(evidence::bucket)
                .orElseThrow(() -> new IllegalStateException(stream.id() + " names no bucket of the template"));
        return Lake.in(bucket, stream.prefix()).objects();
    }

    private static void read(Path file, Map<String, String> landed, Report report) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Landed.of(file).open(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode event = Evidence.json(line);
                String says = event.path("detail-type").asText() + " "
                        + event.at("/detail/sequence").asLong();
                landed.put(event.at("/detail/id").asText(), says);
            }
        } catch (IOException | DamagedRow broken) {
            report.violated(
                    file.getFileName().toString(), String.valueOf(broken.getMessage()), say("a whole file of events"));
        }
    }
}
