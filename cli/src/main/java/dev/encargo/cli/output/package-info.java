/// How a command speaks: data on standard output, progress and refusals on standard error.
@NullMarked
package dev.encargo.cli.output;

import org.jspecify.annotations.NullMarked;
