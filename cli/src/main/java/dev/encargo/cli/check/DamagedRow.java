package dev.encargo.cli.check;

/// A row of the host's file does not hold what the host writes.
final class DamagedRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String row;

    DamagedRow(String row, Throwable cause) {
        super("not JSON: " + row, cause);
        this.row = row;
    }

    String row() {
        return row;
    }
}
