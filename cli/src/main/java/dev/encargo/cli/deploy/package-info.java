/// Building, pushing and deploying a stage to AWS, or saying what that would be.
@NullMarked
package dev.encargo.cli.deploy;

import org.jspecify.annotations.NullMarked;
