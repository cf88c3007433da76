package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That the infrastructure is as tools want it which nobody here wrote, and that each of them can find something.
class ForeignToolsTest {

    @TempDir
    Path scratch;

    @Test
    void cfn_lint_finds_nothing_in_the_templates() {
        assertThat(ForeignTools.findings(Infrastructure.FOLDER, "template")).isEmpty();
        Path damaged = damaged("template.yaml", "MessageRetentionPeriod: 345600", "MessageRetention: 345600");
        assertThat(ForeignTools.findings(damaged, "template"))
                .anyMatch(finding -> finding.startsWith("template.yaml:") && finding.contains("'MessageRetention'"));
    }

    @Test
    void every_stage_can_be_translated_and_cfn_lint_finds_nothing_in_what_is_made() {
        assertThat(Translation.FINDINGS).isEmpty();
    }

    @Test
    void a_stage_that_sets_an_unknown_parameter_is_refused() {
        Path damaged = damaged("samconfig.toml", "LogRetentionDays=7", "LogRetentionDay=7");
        assertThat(ForeignTools.findings(damaged, "translation", "--stage", "dev"))
                .containsExactly("dev: the template has no parameter LogRetentionDay [samtranslator]");
    }

    @Test
    void a_cycle_that_only_the_translation_shows_is_found() {
        Path damaged =
                damaged("template.yaml", "STAGE: !Ref Stage\n", "STAGE: !Ref Stage\n        API: !Ref EncargoApi\n");
        assertThat(ForeignTools.findings(damaged, "template")).isEmpty();
        assertThat(ForeignTools.findings(damaged, "translation", "--stage", "dev"))
                .anyMatch(finding -> finding.contains("Circular Dependencies"));
    }

    @Test
    void the_api_is_valid_openapi_of_a_version_that_api_gateway_imports() {
        assertThat(ForeignTools.findings(Infrastructure.FOLDER, "api")).isEmpty();
        assertThat(ForeignTools.findings(damaged("openapi.yaml", "summary: Place an order", "summary: 7"), "api"))
                .anyMatch(finding -> finding.startsWith("openapi.yaml: paths//orders/post/summary: "));
        assertThat(ForeignTools.findings(damaged("openapi.yaml", "openapi: 3.0.3", "openapi: 3.1.0"), "api"))
                .anyMatch(finding -> finding.contains("API Gateway imports OpenAPI 3.0"));
    }

    @Test
    void another_reader_of_amazon_states_language_understands_the_workflows() {
        assertThat(ForeignTools.findings(Infrastructure.FOLDER, "workflows")).isEmpty();
        String workflow = "workflows/undo-order.asl.json";
        assertThat(ForeignTools.findings(damaged(workflow, "\"Retry\"", "\"Retries\""), "workflows"))
                .anyMatch(finding -> finding.startsWith("UndoOrder: ") && finding.endsWith("[moto]"));
        assertThat(ForeignTools.findings(damaged(workflow, "\"Next\": \"TooLate\"", "\"Next\": \"Late\""), "workflows"))
                .containsExactly("UndoOrder: there is no state Late", "UndoOrder: no state leads to TooLate");
    }

    private Path damaged(String file, String was, String is) {
        return Infrastructure.damaged(scratch, file, was, is);
    }
}
