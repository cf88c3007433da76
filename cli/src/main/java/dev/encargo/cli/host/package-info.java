/// Commands about the host itself.
@NullMarked
package dev.encargo.cli.host;

import org.jspecify.annotations.NullMarked;
