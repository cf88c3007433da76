/// Documents in one DynamoDB table.
@NullMarked
package dev.encargo.aws.dynamo;

import org.jspecify.annotations.NullMarked;
