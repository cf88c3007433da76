/// What inventory does, one class a sentence.
@NullMarked
package dev.encargo.inventory.usecase;

import org.jspecify.annotations.NullMarked;
