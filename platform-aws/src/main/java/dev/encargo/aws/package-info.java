/// The platform on AWS.
@NullMarked
package dev.encargo.aws;

import org.jspecify.annotations.NullMarked;
