package dev.encargo.local.workflow.definition;

/// How the fields of a state are written.
public enum QueryLanguage {
    JSON_PATH("JSONPath"),
    JSONATA("JSONata");

    private final String word;

    QueryLanguage(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
