/// What an operator's commands ask of a running host.
@NullMarked
package dev.encargo.local.control;

import org.jspecify.annotations.NullMarked;
