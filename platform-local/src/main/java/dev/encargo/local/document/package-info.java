/// Documents and the consequences of their effects, in one transaction.
@NullMarked
package dev.encargo.local.document;

import org.jspecify.annotations.NullMarked;
