package dev.encargo.cli.check;

import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.host.DataFolder;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a look at a data folder has found: counts, dead letters, and what does not hold.
public record Audit(Counts counts, List<DeadLetter> deadLetters, int inFlight, List<Violation> violations) {
    private static final List<Invariant> INVARIANTS = List.of(
            new OneOrderPerPost(),
            new MoneyMatchesPapers(),
            new OneCapture(),
            new NumbersWithoutGaps(),
            new StockBalances(),
            new LegalHistory(),
            new EventsInSequence(),
            new NothingOverdue(),
            new OneMailPerCause(),
            new NewsIsMailed(),
            new DeadLettersExplained(),
            new LakeHoldsAllEvents(),
            new EventsFitSchemas());

    public Audit {
        deadLetters = List.copyOf(deadLetters);
        violations = List.copyOf(violations);
    }

    /// A message that nobody could handle; `cause` is empty where none is recorded.
    public record DeadLetter(long id, String queue, String cause) {}

    /// Looks at a host's folder; of one that runs, once it is quiet or has been waited for long enough.
    public static Audit of(HostChoice choice) throws IOException {
        Path data = choice.kept();
        Optional<RunningHost> running = DataFolder.inUse(data) ? RunningHost.of(data) : Optional.empty();
        return running.isPresent()
                ? ofRunning(choice, choice.stack(), Moment.whenQuiet(choice.control(), running.get()))
                : of(choice, choice.stack(), Optional.empty());
    }

    /// Looks at the folder of a host that runs. It goes on working meanwhile, so only what two looks find is said.
    private static Audit ofRunning(HostChoice choice, Stack stack, Moment moment) throws IOException {
        Audit first = of(choice, stack, Optional.of(moment));
        if (first.violations.isEmpty()) {
            return first;
        }
        Audit second = of(choice, stack, Optional.of(moment));
        Set<Violation> before = Set.copyOf(first.violations);
        return new Audit(
                second.counts,
                second.deadLetters,
                second.inFlight,
                second.violations.stream().filter(before::contains).toList());
    }

    private static Audit of(HostChoice choice, Stack stack, Optional<Moment> running) throws IOException {
        try (ReadOnly host = choice.stored()) {
            Evidence evidence = Evidence.of(host, stack, choice.data(), running);
            List<Violation> violations = new ArrayList<>();
            for (Invariant invariant : INVARIANTS) {
                invariant.check(
                        evidence,
                        (subject, found, expected) -> violations.add(new Violation(
                                invariant.id(), subject, String.valueOf(found), String.valueOf(expected))));
            }
            return new Audit(
                    Counts.of(evidence), DeadLettersExplained.letters(evidence), inFlight(evidence), violations);
        }
    }

    private static int inFlight(Evidence evidence) {
        return (int)
                evidence.orders().keySet().stream().filter(evidence::underWay).count();
    }
}
