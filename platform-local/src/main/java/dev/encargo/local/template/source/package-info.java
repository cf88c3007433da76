/// YAML with the file and line of everything, and refusals that name them.
@NullMarked
package dev.encargo.local.template.source;

import org.jspecify.annotations.NullMarked;
