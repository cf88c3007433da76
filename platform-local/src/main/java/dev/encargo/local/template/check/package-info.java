/// What AWS would refuse or silently not do with a template, found before anything starts.
@NullMarked
package dev.encargo.local.template.check;

import org.jspecify.annotations.NullMarked;
