/// Calls to AWS: with which limits they are made, and what a fault of theirs means.
@NullMarked
package dev.encargo.aws.call;

import org.jspecify.annotations.NullMarked;
