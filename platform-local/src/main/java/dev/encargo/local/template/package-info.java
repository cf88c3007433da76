/// The application as `infrastructure/template.yaml` declares it: read, resolved, checked and handed out as one
/// immutable `Stack`.
@NullMarked
package dev.encargo.local.template;

import org.jspecify.annotations.NullMarked;
