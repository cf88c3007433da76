/// The remaining ports of a function: files, mail, secrets, settings, telemetry.
@NullMarked
package dev.encargo.local.ports;

import org.jspecify.annotations.NullMarked;
