/// Whether this machine can run Encargo.
@NullMarked
package dev.encargo.cli.doctor;

import org.jspecify.annotations.NullMarked;
