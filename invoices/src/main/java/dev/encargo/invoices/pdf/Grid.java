package dev.encargo.invoices.pdf;

/// Where things stand on our A4 page, in points.
final class Grid {
    static final double LEFT = 52;
    static final double RIGHT = Sheet.WIDTH - 52;
    static final double WIDTH = RIGHT - LEFT;

    /// Right edges of the columns of figures.
    static final double QUANTITY = 330;

    static final double PRICE = 408;
    static final double TAX = 452;
    static final double DESCRIPTION_WIDTH = 236;

    /// What stands free before a figure.
    static final double GAP = 6;

    /// Below this line there is only the foot.
    static final double BOTTOM = 776;

    private Grid() {}
}
