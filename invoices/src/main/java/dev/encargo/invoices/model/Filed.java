package dev.encargo.invoices.model;

import io.avaje.jsonb.Json;
import java.time.LocalDate;

/// A numbered document that lies in the file store under `file`; `sha256` is its content's checksum in hex.
@Json
public record Filed(String number, LocalDate date, String file, String sha256) {}
