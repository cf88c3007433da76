/// Workflows run on their own, in virtual time, with given task results.
@NullMarked
package dev.encargo.local.workflow.run;

import org.jspecify.annotations.NullMarked;
