/// What the local host honours, only checks, ignores or refuses of a template.
@NullMarked
package dev.encargo.local.template.parity;

import org.jspecify.annotations.NullMarked;
