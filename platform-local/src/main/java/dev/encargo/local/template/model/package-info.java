/// The resolved application: plain records, one a resource, each with its position.
@NullMarked
package dev.encargo.local.template.model;

import org.jspecify.annotations.NullMarked;
