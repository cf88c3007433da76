package dev.encargo.contracts;

import java.math.BigDecimal;

/// The part of a total taxed at one `rate`: tax is rounded half up once per rate, on the sum of the lines.
public record TaxShare(BigDecimal rate, Money base, Money tax) {}
