package dev.encargo.local.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TargetInputTest {

    private static final String EVENT = """
            {"id":"e-1","source":"shop","detail-type":"Sold","resources":["r0","r1"],"detail":{"name":"Ana \\"la\\" Ñ",\
            "total":21.90,"big":12345678901234567890,"ok":true,"none":null,"lines":[{"sku":"A"},{"sku":"B"}],"o":{"k":"v"}}}""";
    private static final RuleOrigin ORIGIN =
            new RuleOrigin("arn:aws:events:eu-west-1:0:rule/encargo/r", "r", Instant.parse("2026-01-02T03:04:05.678Z"));

    @Test
    void nothing_said_means_the_whole_event_as_it_came() {
        assertThat(render(TargetInput.whole())).isEqualTo(EVENT);
        assertThat(render(TargetInput.constant("{\"a\": 1}"))).isEqualTo("{\"a\": 1}");
    }

    @Nested
    class APart {

        @Test
        void is_JSON() {
            assertThat(render(TargetInput.part("$.detail.o"))).isEqualTo("{\"k\":\"v\"}");
            assertThat(render(TargetInput.part("$.detail.total"))).isEqualTo("21.90");
            assertThat(render(TargetInput.part("$.detail-type"))).isEqualTo("\"Sold\"");
            assertThat(render(TargetInput.part("$"))).isEqualTo(EVENT);
            assertThat(render(TargetInput.part("$.detail.missing"))).isEqualTo("null");
        }

        @Test
        void may_use_indices_brackets_and_stars() {
            assertThat(render(TargetInput.part("$.resources[1]"))).isEqualTo("\"r1\"");
            assertThat(render(TargetInput.part("$['detail'].lines[0][\"sku\"]")))
                    .isEqualTo("\"A\"");
            assertThat(render(TargetInput.part("$.detail.lines[*].sku"))).isEqualTo("[\"A\",\"B\"]");
            assertThat(render(TargetInput.part("$.detail.o.*"))).isEqualTo("[\"v\"]");
        }

        @Test
        void of_a_path_that_is_none_is_refused() {
            for (String path : new String[] {"detail", "$..detail", "$.a[?(@.b)]", "$.a[-1]", "$."}) {
                assertThatThrownBy(() -> TargetInput.part(path)).isInstanceOf(InvalidTargetInput.class);
            }
        }
    }

    @Nested
    class ATemplate {

        @Test
        void outside_quotes_gives_JSON_without_white_space() {
            assertThat(
                            template(
                                    "{\"n\": <n>, \"t\" : <t>,\n \"b\": <b>, \"ok\": <ok>, \"o\": <o>, \"l\": <l>, \"x\": <x>}"))
                    .isEqualTo("{\"n\":\"Ana \\\"la\\\" Ñ\",\"t\":21.90,\"b\":12345678901234567890,\"ok\":true,"
                            + "\"o\":{\"k\":\"v\"},\"l\":[{\"sku\":\"A\"},{\"sku\":\"B\"}],\"x\":null}");
        }

        @Test
        void within_quotes_gives_text() {
            assertThat(template("{\"a\": \"name: <n>, total <t> \", \"o\": \"<o>\", \"m\": \"<missing>\"}"))
                    .isEqualTo("{\"a\":\"name: Ana \\\"la\\\" Ñ, total 21.90 \",\"o\":\"{k:v}\",\"m\":\"\"}");
        }

        @Test
        void leaves_a_missing_value_empty() {
            assertThat(template("{\"m\": <missing>}")).isEqualTo("{\"m\":\"\"}");
            assertThat(template("\"Sold to <missing>\"")).isEqualTo("\"Sold to \"");
        }

        @Test
        void may_be_a_text() {
            assertThat(template("\"Total <t> of <o>\"")).isEqualTo("\"Total 21.90 of {k:v}\"");
            assertThat(template("Total <t> for <n>")).isEqualTo("Total 21.90 for Ana \"la\" Ñ");
            assertThat(template("<n>")).isEqualTo("\"Ana \\\"la\\\" Ñ\"");
        }

        @Test
        void knows_the_rule_the_time_and_the_event() {
            assertThat(
                            template(
                                    "{\"a\":<aws.events.rule-arn>,\"n\":\"<aws.events.rule-name>\",\"t\":<aws.events.event.ingestion-time>}"))
                    .isEqualTo(
                            "{\"a\":\"arn:aws:events:eu-west-1:0:rule/encargo/r\",\"n\":\"r\",\"t\":\"2026-01-02T03:04:05Z\"}");
            assertThat(template("{\"e\":<aws.events.event>}"))
                    .isEqualTo(
                            "{\"e\":{\"id\":\"e-1\",\"source\":\"shop\",\"detail-type\":\"Sold\",\"resources\":[\"r0\",\"r1\"]}}");
            assertThat(template("{\"e\":<aws.events.event.json>}")).isEqualTo("{\"e\":" + EVENT + "}");
        }

        @Test
        void that_names_what_nobody_defines_is_refused() {
            assertThatThrownBy(() -> TargetInput.transformed(Map.of(), "{\"a\":<b>}"))
                    .isInstanceOf(InvalidTargetInput.class)
                    .hasMessageContaining("<b>");
            assertThatThrownBy(() -> TargetInput.transformed(Map.of("aws.events.event", "$"), "{}"))
                    .isInstanceOf(InvalidTargetInput.class);
            assertThatThrownBy(() -> TargetInput.transformed(Map.of(), "x".repeat(8193)))
                    .isInstanceOf(InvalidTargetInput.class);
        }

        private String template(String template) {
            return render(TargetInput.transformed(
                    Map.of(
                            "n", "$.detail.name",
                            "t", "$.detail.total",
                            "b", "$.detail.big",
                            "ok", "$.detail.ok",
                            "o", "$.detail.o",
                            "l", "$.detail.lines",
                            "x", "$.detail.none",
                            "missing", "$.detail.nowhere.at.all"),
                    template));
        }
    }

    private static String render(TargetInput input) {
        return input.render(EventDocument.of(EVENT), ORIGIN);
    }
}
