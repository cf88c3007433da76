/// The host's one port: the REST API as API Gateway would serve it, and what the host mounts beside it.
@NullMarked
package dev.encargo.local.http;

import org.jspecify.annotations.NullMarked;
