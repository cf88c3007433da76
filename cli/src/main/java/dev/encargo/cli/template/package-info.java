/// Commands about the template that is the program.
@NullMarked
package dev.encargo.cli.template;

import org.jspecify.annotations.NullMarked;
