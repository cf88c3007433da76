package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.check.InvoiceSeen.Paper;
import dev.encargo.local.template.model.BucketResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// I4: the numbers of a series are 1 to n, with dates that never fall, each on one paper, which is stored as it was
/// recorded and says the order's total.
final class NumbersWithoutGaps implements Invariant {

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        Map<String, Map<Integer, String>> series = new TreeMap<>();
        Map<String, TreeMap<Integer, Paper>> dated = new TreeMap<>();
        for (InvoiceSeen invoice : evidence.invoices().values()) {
            for (Paper paper : invoice.papers()) {
                String before = series.computeIfAbsent(paper.series(), _ -> new TreeMap<>())
                        .putIfAbsent(paper.position(), invoice.orderId());
                if (before != null) {
                    report.violated(
                            paper.number(),
                            say("on papers of %s and %s", before, invoice.orderId()),
                            say("on one paper"));
                }
                dated.computeIfAbsent(paper.series(), _ -> new TreeMap<>()).put(paper.position(), paper);
                stored(evidence, paper, report);
            }
            total(evidence, invoice, report);
        }
        dated.values().forEach(papers -> inOrder(papers, report));
        evidence.host()
                .list(
                        "SELECT id, json_extract(body, '$.last') FROM documents WHERE collection = 'invoice-numbers'",
                        row -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(head -> given(
                        evidence,
                        head.getKey(),
                        head.getValue(),
                        series.getOrDefault(head.getKey(), Map.of()),
                        report));
    }

    private static void inOrder(SortedMap<Integer, Paper> papers, Report report) {
        String latest = "";
        for (Paper paper : papers.values()) {
            if (paper.date().compareTo(latest) < 0) {
                report.violated(paper.number(), say("dated %s", paper.date()), say("not before %s", latest));
            }
            latest = paper.date();
        }
    }

    /// A number that was given to an order whose paper is still being drawn is no gap.
    private static void given(Evidence evidence, String series, int last, Map<Integer, String> used, Report report) {
        int highest = used.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (highest > last) {
            report.violated(series, say("number %d is used", highest), say("numbers up to %d were given", last));
        }
        long drawing = evidence.invoices().values().stream()
                .filter(invoice -> evidence.underWay(invoice.orderId()))
                .count();
        for (int number = 1, missing = 0; number <= last; number++) {
            if (!used.containsKey(number) && ++missing > drawing) {
                report.violated(series, say("no paper bears number %d", number), say("1 to %d without a gap", last));
            }
        }
    }

    private static void total(Evidence evidence, InvoiceSeen invoice, Report report) {
        OrderSeen order = evidence.orders().get(invoice.orderId());
        if (order != null && invoice.issued() && invoice.gross() != order.total()) {
            report.violated(invoice.papers().getFirst().number(), say("a total of %d", invoice.gross()), order.total());
        }
    }

    private static void stored(Evidence evidence, Paper paper, Report report) {
        Optional<Path> file = evidence.stack().buckets().values().stream()
                .map(BucketResource::name)
                .map(bucket -> evidence.bucket(bucket).resolve(paper.file()))
                .filter(Files::isRegularFile)
                .findFirst();
        if (file.isEmpty()) {
            report.violated(paper.number(), say("no file %s", paper.file()), say("a stored PDF"));
        } else if (!Objects.equals(sha256(file.get()), paper.sha256())) {
            report.violated(paper.number(), say("a file of another checksum"), paper.sha256());
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
