/// Links that let their bearer read one stored file for a while.
@NullMarked
package dev.encargo.local.http.files;

import org.jspecify.annotations.NullMarked;
