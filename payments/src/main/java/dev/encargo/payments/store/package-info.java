/// Where payment documents are kept.
@NullMarked
@Json.Import({Payment.class})
package dev.encargo.payments.store;

import dev.encargo.payments.model.Payment;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
