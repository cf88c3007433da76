/// What payments does, one class a sentence.
@NullMarked
package dev.encargo.payments.usecase;

import org.jspecify.annotations.NullMarked;
