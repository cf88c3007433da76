/// What is done to deploy Encargo: the image is assembled, trained and measured.
@NullMarked
package dev.encargo.deployment;

import org.jspecify.annotations.NullMarked;
