package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.template.model.Stack;
import dev.encargo.rules.broken.orders.store.Unlisted;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexesTest {

    @TempDir
    Path scratch;

    @Test
    void the_table_has_the_indexes_that_the_store_classes_name_and_no_other() {
        assertThat(IndexRules.declared()).isNotEmpty();
        assertThat(IndexRules.everyIndexIsInTheTableAndNoOther(Infrastructure.STACK))
                .isEmpty();
        assertThat(IndexRules.everyIndexIsInTheTableAndNoOther(changed("IndexName: by-status", "IndexName: by-state")))
                .hasSize(2);
    }

    @Test
    void an_index_is_keyed_by_the_attributes_of_its_name() {
        assertThat(IndexRules.everyIndexHasTheAttributesOfItsName(Infrastructure.STACK))
                .isEmpty();
        assertThat(IndexRules.everyIndexHasTheAttributesOfItsName(
                        changed("IndexName: by-status", "IndexName: by-state")))
                .hasSize(1);
    }

    @Test
    void an_index_keeps_keys_only() {
        assertThat(IndexRules.everyIndexKeepsKeysOnly(Infrastructure.STACK)).isEmpty();
        assertThat(IndexRules.everyIndexKeepsKeysOnly(
                        changed("Projection: {ProjectionType: KEYS_ONLY}", "Projection: {ProjectionType: ALL}")))
                .hasSize(1);
    }

    @Test
    void a_store_class_that_gives_index_entries_names_its_indexes() {
        assertThat(IndexRules.everyStoreThatGivesEntriesNamesItsIndexes(Code.MAIN, Code.ROOT))
                .isEmpty();
        assertThat(IndexRules.everyStoreThatGivesEntriesNamesItsIndexes(Code.fixture(Unlisted.class), Code.BROKEN))
                .hasSize(1);
    }

    private Stack changed(String was, String is) {
        return Infrastructure.changed(scratch, "template.yaml", was, is);
    }
}
