/// Documents with their effects in one atomic write.
@NullMarked
package dev.encargo.platform.documents;

import org.jspecify.annotations.NullMarked;
