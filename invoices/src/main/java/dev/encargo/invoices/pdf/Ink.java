package dev.encargo.invoices.pdf;

/// The few colours of our papers, as PDF operands (red, green, blue between 0 and 1).
enum Ink {
    TEXT("0.11 0.13 0.16"),
    QUIET("0.41 0.45 0.5"),
    ACCENT("0.05 0.37 0.4"),
    RULE("0.87 0.89 0.9"),
    WASH("0.955 0.97 0.97");

    final String operands;

    Ink(String operands) {
        this.operands = operands;
    }
}
