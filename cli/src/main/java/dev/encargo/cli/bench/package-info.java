/// The benchmark: the host as a user runs it, loaded from outside, watched until every order is paid, and checked.
@NullMarked
package dev.encargo.cli.bench;

import org.jspecify.annotations.NullMarked;
