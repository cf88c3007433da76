/// The lake: raw objects as the delivery stream lands them, tables that hold each event once, and questions in SQL.
@NullMarked
package dev.encargo.analytics;

import org.jspecify.annotations.NullMarked;
