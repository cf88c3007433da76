@org.jspecify.annotations.NullMarked
package dev.encargo.providers;
