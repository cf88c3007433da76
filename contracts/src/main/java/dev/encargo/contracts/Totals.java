package dev.encargo.contracts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `net + tax = gross`; `taxes` has one entry a rate, ascending, and sums to `net` and `tax`. The gross total is
/// what is charged.
public record Totals(Money net, Money tax, Money gross, List<TaxShare> taxes) {

    public Totals {
        taxes = List.copyOf(taxes);
    }

    /// The totals of `lines`, all of one currency.
    public static Totals of(List<Line> lines, String currency) {
        Map<BigDecimal, Money> bases = new TreeMap<>();
        for (Line line : lines) {
            bases.merge(line.taxRate(), line.net(), Money::plus);
        }
        List<TaxShare> taxes = bases.entrySet().stream()
                .map(base -> new TaxShare(
                        base.getKey(), base.getValue(), base.getValue().share(base.getKey())))
                .toList();
        Money net = sum(taxes.stream().map(TaxShare::base).toList(), currency);
        Money tax = sum(taxes.stream().map(TaxShare::tax).toList(), currency);
        return new Totals(net, tax, net.plus(tax), taxes);
    }

    private static Money sum(List<Money> amounts, String currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
