package dev.encargo.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.template.parity.ParityEntry;
import dev.encargo.local.template.parity.ParityReport;
import dev.encargo.local.template.parity.Treatment;
import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import dev.encargo.local.template.source.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityTest {

    @TempDir
    Path folder;

    final ParityReport report = Parity.report(RealTemplateTest.FILE, StackOptions.laptop(8123));

    @Test
    void the_real_template_has_nothing_that_is_refused() {
        assertThat(report.refusals()).isEmpty();
        assertThat(report.count(Treatment.REFUSED)).isZero();
    }

    @Test
    void no_resource_of_the_real_template_is_unaccounted_for() {
        Template template = Template.read(RealTemplateTest.FILE, new Refusals());
        assertThat(report.entries().stream()
                        .filter(entry -> entry.property().isEmpty())
                        .map(ParityEntry::resource))
                .containsExactlyInAnyOrderElementsOf(template.resources().keySet());
    }

    @Test
    void no_property_of_the_real_template_is_unaccounted_for() {
        Template template = Template.read(RealTemplateTest.FILE, new Refusals());
        Set<Position> accounted = report.entries().stream().map(ParityEntry::at).collect(Collectors.toSet());
        List<Position> missing = new ArrayList<>();
        template.resources().values().forEach(resource -> collect(resource.properties(), accounted, missing));
        assertThat(missing).isEmpty();
    }

    @Test
    void every_schema_of_an_event_is_accounted_for() throws IOException {
        Path schemas = RealTemplateTest.FILE.resolveSibling("event-schemas");
        try (Stream<Path> files = Files.walk(schemas)) {
            assertThat(report.entries())
                    .filteredOn(entry -> entry.resource().equals("event-schemas"))
                    .extracting(ParityEntry::property)
                    .containsExactlyElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> schemas.relativize(file).toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void what_is_not_honoured_says_why() {
        assertThat(report.entries())
                .filteredOn(entry -> entry.treatment() != Treatment.HONOURED)
                .allSatisfy(entry -> assertThat(entry.reason().toString()).isNotBlank());
    }

    @Test
    void json_names_file_and_line_of_each() {
        ParityReport small = Parity.report(Sample.in(folder).template("""
                        Resources:
                          A:
                            Type: AWS::SQS::Queue
                            Properties:
                              QueueName: a
                              Tags: [{Key: k, Value: v}]
                              Colour: red
                        """), StackOptions.laptop(1));
        assertThat(small.toJson().at("/counts/ignored").asInt()).isEqualTo(1);
        assertThat(small.toJson().at("/entries/1/line").asInt()).isEqualTo(5);
        assertThat(small.toJson().at("/refusals/0/line").asInt()).isEqualTo(7);
    }

    /// A name is accounted for by an entry at its line or, for what is treated as a whole, at a line above it.
    private static void collect(Node node, Set<Position> accounted, List<Position> missing) {
        switch (node) {
            case Node.Scalar scalar -> {
                if (!accounted.contains(scalar.at())) {
                    missing.add(scalar.at());
                }
            }
            case Node.Items items -> items.items().forEach(item -> collect(item, accounted, missing));
            case Node.Fields fields ->
                fields.fields().values().stream()
                        .filter(field -> !accounted.contains(field.at()))
                        .forEach(field -> collect(field.value(), accounted, missing));
        }
    }
}
