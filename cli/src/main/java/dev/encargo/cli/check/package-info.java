/// Whether the invariants I1 to I12 hold over a data folder and the books of the outside parties.
@NullMarked
package dev.encargo.cli.check;

import org.jspecify.annotations.NullMarked;
