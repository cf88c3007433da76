package dev.encargo.local.http.api;

/// Where the API is deployed, as proxy events tell it.
record Stage(String account, String apiId, String name, String port) {}
