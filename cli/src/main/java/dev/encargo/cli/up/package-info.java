@NullMarked
package dev.encargo.cli.up;

import org.jspecify.annotations.NullMarked;
