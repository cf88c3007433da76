@NullMarked
package dev.encargo.cli.control;

import org.jspecify.annotations.NullMarked;
