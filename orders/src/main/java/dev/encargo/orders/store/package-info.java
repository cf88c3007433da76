/// Orders as documents.
@Json.Import({Alert.class, KnownFact.class, Facts.class, Order.class, Step.class, Terms.class})
@NullMarked
package dev.encargo.orders.store;

import dev.encargo.orders.model.Alert;
import dev.encargo.orders.model.Facts;
import dev.encargo.orders.model.KnownFact;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Step;
import dev.encargo.orders.model.Terms;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
