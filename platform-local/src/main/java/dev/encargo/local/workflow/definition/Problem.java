package dev.encargo.local.workflow.definition;

/// Why a definition is refused.
///
/// @param path where, as a JSON pointer: `/States/Pay/Retry/0/MaxAttempts`
/// @param message what is wrong there
public record Problem(String path, String message) {}
