package dev.encargo.local.http.files;

/// A file as it is served: its content, media type and SHA-256 in hex.
@SuppressWarnings("ArrayRecordComponent")
public record StoredFile(byte[] content, String contentType, String sha256) {}
