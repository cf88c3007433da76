/// The order's protocol as an exhaustive test: every interleaving, over the very transitions that the contexts run.
package dev.encargo.journeys.protocol;
