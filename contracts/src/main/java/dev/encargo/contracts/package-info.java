/// What contexts say to each other: events as sealed records, identifiers and money. JDK only, no behaviour beyond
/// arithmetic.
@NullMarked
package dev.encargo.contracts;

import org.jspecify.annotations.NullMarked;
