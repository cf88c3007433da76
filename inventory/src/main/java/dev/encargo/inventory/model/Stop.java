package dev.encargo.inventory.model;

import dev.encargo.contracts.UndoReason;
import java.time.Instant;

/// The order's hope has ended here. The first writer's reason stays.
public record Stop(UndoReason reason, Instant at) {}
