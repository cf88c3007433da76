/// How a workflow looks at its data: paths, payload templates, intrinsic functions and JSONata.
@NullMarked
package dev.encargo.local.workflow.data;

import org.jspecify.annotations.NullMarked;
