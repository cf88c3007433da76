/// What the functions' container image holds beside the functions themselves.
@NullMarked
package dev.encargo.image;

import org.jspecify.annotations.NullMarked;
