/// Requests checked against what the OpenAPI document says of them, compiled once.
@NullMarked
package dev.encargo.local.http.validation;

import org.jspecify.annotations.NullMarked;
