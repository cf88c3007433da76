/// Documents in MongoDB, or in what speaks its protocol: DocumentDB, Atlas.
@NullMarked
package dev.encargo.aws.mongo;

import org.jspecify.annotations.NullMarked;
