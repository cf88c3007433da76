/// Signed notices from outside parties: who sent them, and what becomes of those that cannot be used.
@NullMarked
package dev.encargo.platform.webhook;

import org.jspecify.annotations.NullMarked;
