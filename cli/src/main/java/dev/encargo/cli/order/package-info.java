/// What a person does with orders: place, list, read, follow, cancel, ship, deliver.
@NullMarked
package dev.encargo.cli.order;

import org.jspecify.annotations.NullMarked;
