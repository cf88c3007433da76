package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.store.Database.Counters;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an order costs the host's file, counted.
@DisplayName("the budget of an order")
class BudgetTest {
    @TempDir
    private Path folder;

    @Test
    void to_paid_it_takes_at_most_45_rows_and_12_commits() throws Exception {
        TemplateCopy copy = TemplateCopy.in(folder);
        copy.disable("CustomersHear");
        copy.disable("GoodsAreAskedFor");
        Counters spent = spent(copy.template());
        assertThat(spent.rows()).as("row changes").isLessThanOrEqualTo(45);
        assertThat(spent.commits()).as("commits").isLessThanOrEqualTo(12);
    }

    @Test
    void with_its_mail_and_the_asking_for_its_shipment_it_still_takes_at_most_45_rows() throws Exception {
        assertThat(spent(World.TEMPLATE).rows()).as("row changes").isLessThanOrEqualTo(45);
    }

    private Counters spent(Path template) throws Exception {
        try (World world = World.in(folder.resolve("data"), template, settings -> settings)) {
            world.place("pm_ok");
            world.settle();
            Counters before = world.host().database().counters();
            String id = world.place("pm_ok");
            while (!world.status(id).equals("PAID")) {
                Thread.onSpinWait();
            }
            Counters after = world.host().database().counters();
            System.out.println(
                    after.rows() - before.rows() + " rows, " + (after.commits() - before.commits()) + " commits");
            return new Counters(after.commits() - before.commits(), after.rows() - before.rows());
        }
    }
}
