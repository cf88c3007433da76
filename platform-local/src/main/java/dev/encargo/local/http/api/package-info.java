/// The operations of the OpenAPI document, as API Gateway runs them: route, identity, validation, throttling, proxy
/// event.
@NullMarked
package dev.encargo.local.http.api;

import org.jspecify.annotations.NullMarked;
