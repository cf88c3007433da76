/// CloudFormation's functions, conditions, parameters and references.
@NullMarked
package dev.encargo.local.template.intrinsic;

import org.jspecify.annotations.NullMarked;
