/// One SQLite file: one thread writes and commits in groups, others read.
@NullMarked
package dev.encargo.local.store;

import org.jspecify.annotations.NullMarked;
