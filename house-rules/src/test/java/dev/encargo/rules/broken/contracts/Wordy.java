package dev.encargo.rules.broken.contracts;

import com.fasterxml.jackson.databind.JsonNode;

public record Wordy(JsonNode detail) {}
