/// What both stores of documents share.
@NullMarked
package dev.encargo.aws.document;

import org.jspecify.annotations.NullMarked;
