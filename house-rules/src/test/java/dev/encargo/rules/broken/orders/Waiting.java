package dev.encargo.rules.broken.orders;

import dev.encargo.platform.json.Jsons;

public class Waiting {

    static final Object TYPE = Jsons.type(String.class);
}
