/// The deployed workflows, run alone with answers given beforehand.
package dev.encargo.journeys.workflows;
