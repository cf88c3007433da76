/// Schedules of business time.
@NullMarked
package dev.encargo.local.schedule;

import org.jspecify.annotations.NullMarked;
