package dev.encargo.deployment.image;

import dev.encargo.deployment.runtime.FunctionProcess;
import dev.encargo.deployment.runtime.RuntimeApi.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What one start of a function has cost until its first answer: processor time of all its threads, for Java and the
/// function's construction (`init`) and for the first event (`first`), and the memory it then holds.
public record ColdStart(Duration init, Duration first, long residentKib) {

    public Duration cpu() {
        return init.plus(first);
    }

    /// The median of each measure.
    static ColdStart median(List<ColdStart> starts) {
        return new ColdStart(
                middle(starts.stream().map(ColdStart::init).sorted().toList()),
                middle(starts.stream().map(ColdStart::first).sorted().toList()),
                middle(starts.stream().map(ColdStart::residentKib).sorted().toList()));
    }

    private static <T> T middle(List<T> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    /// Who is started, how, and what it is asked.
    public record Candidate(
            ImageFolder image,
            String handler,
            Map<String, String> environment,
            ImageFolder.Cache cache,
            String options,
            String event) {}

    /// Starts it, has it answer once and kills it.
    ///
    /// @throws IllegalStateException when it answers with an error
    public static ColdStart of(Candidate candidate, Path log) throws IOException {
        try (FunctionProcess process = candidate
                .image()
                .start(candidate.handler(), candidate.environment(), candidate.cache(), candidate.options(), log)) {
            process.awaitReady();
            Duration init = process.cpu();
            Answer answer = process.invoke(candidate.event());
            Duration whole = process.cpu();
            if (answer instanceof Answer.Failed failed) {
                throw new IllegalStateException(candidate.handler() + " failed: " + failed.json());
            }
            return new ColdStart(init, whole.minus(init), process.residentKib());
        }
    }
}
