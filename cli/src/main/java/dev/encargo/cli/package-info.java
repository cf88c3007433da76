@NullMarked
package dev.encargo.cli;

import org.jspecify.annotations.NullMarked;
