package dev.encargo.invoices.pdf;

import dev.encargo.contracts.Confidential;
import dev.encargo.invoices.Samples;
import dev.encargo.invoices.model.Bill;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;

/// Prints the CPU time of drawing one paper, cold and warm.
final class PaperBenchmark {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private PaperBenchmark() {}

    public static void main(String[] arguments) {
        Confidential polish = new Confidential("Zażółć Ελληνικά", null, "en", null, null, null);
        report("cold, 3 lines", cpu(() -> draw(3, Samples.ADA)));
        warm();
        for (int lines : new int[] {1, 3, 10, 40, 100}) {
            report(lines + " lines", mean(lines, Samples.LUCIA));
        }
        report("3 lines and guest characters", mean(3, polish));
    }

    private static void warm() {
        for (int i = 0; i < 3_000; i++) {
            draw(1 + i % 20, i % 2 == 0 ? Samples.ADA : Samples.LUCIA);
        }
    }

    private static double mean(int lines, Confidential buyer) {
        int rounds = 500;
        return cpu(() -> {
                    for (int i = 0; i < rounds; i++) {
                        draw(lines, buyer);
                    }
                })
                / rounds;
    }

    private static void draw(int lines, Confidential buyer) {
        Bill bill = Samples.bill(Samples.lines(lines, "EUR"), buyer);
        if (Papers.invoice(bill, "F-2026-000042", DATE).length == 0) {
            throw new IllegalStateException("nothing drawn");
        }
    }

    private static double cpu(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static void report(String what, double millis) {
        System.out.printf("%-30s %8.3f ms CPU%n", what, millis);
    }
}
