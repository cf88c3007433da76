/// Stand-ins for the external payment provider and the warehouse: real HTTP services with signed webhooks, durable
/// books and faults on demand. They know nothing of the application that calls them.
@org.jspecify.annotations.NullMarked
package dev.encargo.providers;
