/// One small reader a resource type: from resolved properties to the model.
@NullMarked
package dev.encargo.local.template.read;

import org.jspecify.annotations.NullMarked;
