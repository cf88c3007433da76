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
    private static final String REFUSED = "(?s).*\"statusCode\":(?!409)[45].*";

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
            String event) {

        private FunctionProcess start(Path log) throws IOException {
            return image.start(handler, environment, cache, options, log);
        }

        /// An error, or an answer over HTTP that refuses, is none: it would be cheaper than the function's job.
        /// That the order does not allow it any more (409) is one, since some events are answered again here.
        String answer(FunctionProcess process) {
            return switch (process.invoke(event)) {
                case Answer.Returned returned
                when returned.json().matches(REFUSED) ->
                    throw new IllegalStateException(handler + " refused: " + returned.json());
                case Answer.Returned returned -> returned.json();
                case Answer.Failed failed -> throw new IllegalStateException(handler + " failed: " + failed.json());
            };
        }
    }

    /// Starts it, has it answer once and kills it.
    ///
    /// @throws IllegalStateException when it does not start or answers with an error
    public static ColdStart of(Candidate candidate, Path log) throws IOException {
        try (FunctionProcess process = candidate.start(log)) {
            process.awaitReady();
            Duration init = process.cpu();
            candidate.answer(process);
            Duration whole = process.cpu();
            return new ColdStart(init, whole.minus(init), process.residentKib());
        }
    }
}
