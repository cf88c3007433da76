/// Commands that ask the lake.
@NullMarked
package dev.encargo.cli.lake;

import org.jspecify.annotations.NullMarked;
