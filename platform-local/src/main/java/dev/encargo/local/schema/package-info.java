/// The JSON Schemas of the application's own events, and what of an event does not fit them.
@NullMarked
package dev.encargo.local.schema;

import org.jspecify.annotations.NullMarked;
