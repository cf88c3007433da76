/// Small violations, each of a rule of the house.
package dev.encargo.rules.broken;
