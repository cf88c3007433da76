/// What a function may ask of its host. The ports here are implemented by `platform-local` and `platform-aws`, each
/// against one conformance suite.
@NullMarked
package dev.encargo.platform;

import org.jspecify.annotations.NullMarked;
