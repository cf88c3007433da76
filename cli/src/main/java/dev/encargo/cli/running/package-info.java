@NullMarked
package dev.encargo.cli.running;

import org.jspecify.annotations.NullMarked;
