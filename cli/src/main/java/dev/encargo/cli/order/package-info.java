@NullMarked
package dev.encargo.cli.order;

import org.jspecify.annotations.NullMarked;
