package dev.encargo.rules.broken.orders.model;

import dev.encargo.platform.Mail;

public record ImpureModel(Mail mail) {}
