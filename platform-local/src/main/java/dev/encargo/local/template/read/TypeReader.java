package dev.encargo.local.template.read;

/// Reads the resources of one type into the draft.
@FunctionalInterface
interface TypeReader {

    void read(Resolved resource, Draft draft);
}
