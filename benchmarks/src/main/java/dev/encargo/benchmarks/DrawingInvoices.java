package dev.encargo.benchmarks;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.Totals;
import dev.encargo.invoices.model.Bill;
import dev.encargo.invoices.model.Seller;
import dev.encargo.invoices.pdf.Papers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// An invoice as a PDF, on one thread: the time is CPU time. The aim is 2 ms once warm.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DrawingInvoices {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);
    private static final Address ADDRESS = new Address("Calle de Alcalá 45", null, "28014", "Madrid", null, "ES");

    /// How many lines the invoice has.
    @Param({"1", "10", "100"})
    public int lines;

    @Param({"en", "es"})
    public String locale = "en";

    private Bill bill = billOf(1, "en");

    @Setup
    public void draw() {
        bill = billOf(lines, locale);
    }

    @Benchmark
    public byte[] invoice() {
        return Papers.invoice(bill, "F-2026-000042", DATE);
    }

    private static Bill billOf(int count, String locale) {
        List<Line> all =
                IntStream.range(0, count).mapToObj(DrawingInvoices::line).toList();
        Confidential buyer = new Confidential("Lucía Fernández", "lucia@example.com", locale, ADDRESS, null, null);
        Seller seller = new Seller("Encargo Market S.L.", "Calle Mayor 1, 28013 Madrid, España", "ESB00000000");
        return new Bill("ord_01JDEXAMPXE0000000000TY9K2", DATE, "c-1", all, Totals.of(all, "EUR"), buyer, seller);
    }

    private static Line line(int number) {
        Money price = new Money(795L + 110L * number, "EUR");
        int quantity = 1 + number % 9;
        BigDecimal rate = new BigDecimal(number % 3 == 0 ? "0.10" : "0.21");
        String description = "Organic cotton T-shirt, black, M, number " + number;
        return new Line("TEE-" + number, description, quantity, price, rate, price.times(quantity));
    }
}
