/// The ports of a function on AWS, but for its documents.
@NullMarked
package dev.encargo.aws.ports;

import org.jspecify.annotations.NullMarked;
