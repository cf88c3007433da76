package dev.encargo.rules.broken.orders.store;

import dev.encargo.platform.documents.IndexEntry;

/// Gives an entry in an index that it does not name.
public class Unlisted {

    IndexEntry entry() {
        return new IndexEntry("by-nothing", "", "");
    }
}
