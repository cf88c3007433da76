/// An Amazon States Language document, read, checked and compiled.
@NullMarked
package dev.encargo.local.workflow.definition;

import org.jspecify.annotations.NullMarked;
