package dev.encargo.invoices.store;

import dev.encargo.invoices.model.Series;

/// Numbers were given to many orders whose documents do not get issued. Giving goes on once some are.
public final class TooManyOpenClaims extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Series series;
    private final int open;

    TooManyOpenClaims(Series series, int open) {
        super(open + " numbers of series " + series.id() + " are claimed and not issued");
        this.series = series;
        this.open = open;
    }

    public Series series() {
        return series;
    }

    public int open() {
        return open;
    }
}
