/// Where stock documents are kept.
@NullMarked
@Json.Import({Recipient.class, Stock.class, Stop.class, Unit.class})
package dev.encargo.inventory.store;

import dev.encargo.inventory.model.Recipient;
import dev.encargo.inventory.model.Stock;
import dev.encargo.inventory.model.Stop;
import dev.encargo.inventory.model.Unit;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
