package dev.encargo.deployment.image;

import dev.encargo.deployment.emulator.EmulatedStack;
import dev.encargo.deployment.emulator.TlsFront;
import dev.encargo.deployment.image.ColdStart.Candidate;
import dev.encargo.deployment.runtime.FunctionProcess;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.template.model.FunctionResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Measures what a first answer costs: every function with and without the image's cache, and beside them a peer with
/// the same job as PlaceOrder. The runs are interleaved, so that a busy machine is busy for all; services answer over
/// TLS.
public final class ColdStarts {
    /// The peer's name among the functions.
    public static final String PEER = "Spring Boot 3.5";

    private static final String JOB = "PlaceOrderFunction";
    private static final String PEER_HANDLER = "peer.OrdersFunction::handleRequest";
    private static final int PEER_LESSONS = 20;

    private final Path root;
    private final Path work;

    /// Works in a folder for the checkout at `root`.
    public ColdStarts(Path root, Path work) {
        this.root = root;
        this.work = work;
    }

    /// A function's medians, with the cache and without.
    public record Row(String function, ColdStart cached, ColdStart plain) {}

    /// Measures the functions whose ids contain `wanted`, and the peer that is assembled in `peer`. `progress` hears
    /// the round and how many there are.
    public List<Row> measure(
            ImageFolder image, ImageFolder peer, String wanted, int rounds, BiConsumer<Integer, Integer> progress)
            throws IOException, InterruptedException, CallFailed {
        try (Classroom classroom = Classroom.open(root, image, work)) {
            Map<String, String> events = classroom.train();
            TlsFront front = classroom.front();
            FreshEvent fresh = new FreshEvent(classroom.stack());
            Map<String, Starts> all = new TreeMap<>();
            for (Map.Entry<String, String> answered : events.entrySet()) {
                if (answered.getKey().contains(wanted)) {
                    all.put(
                            answered.getKey(),
                            starts(image, classroom.stack(), answered.getKey(), front, answered.getValue()));
                }
            }
            Starts other = peer(peer, classroom.stack(), front, Objects.requireNonNull(events.get(JOB)));
            all.put(PEER, other);
            train(peer, other, fresh);
            return measured(all, fresh, rounds, progress);
        }
    }

    private record Starts(Candidate cached, Candidate plain) {}

    private static Starts starts(ImageFolder image, EmulatedStack made, String functionId, TlsFront front, String event)
            throws IOException {
        FunctionResource function = made.function(functionId);
        String handler = function.handlerClass() + "::" + function.handlerMethod();
        return starts(image, handler, environment(image, made, functionId, front), front, event);
    }

    private static Starts peer(ImageFolder peer, EmulatedStack made, TlsFront front, String event) throws IOException {
        return starts(peer, PEER_HANDLER, environment(peer, made, JOB, front), front, event);
    }

    private static Starts starts(
            ImageFolder image, String handler, Map<String, String> environment, TlsFront front, String event) {
        return new Starts(
                new Candidate(image, handler, environment, ImageFolder.Cache.REQUIRED, front.javaOptions(), event),
                new Candidate(image, handler, environment, ImageFolder.Cache.NONE, front.javaOptions(), event));
    }

    private static Map<String, String> environment(
            ImageFolder image, EmulatedStack made, String functionId, TlsFront front) throws IOException {
        Map<String, String> environment = new HashMap<>(made.environment(functionId));
        environment.putAll(front.environment(image.roots()));
        return environment;
    }

    private void train(ImageFolder peer, Starts starts, FreshEvent fresh) throws IOException {
        Candidate pupil = starts.cached();
        try (FunctionProcess process = peer.start(
                pupil.handler(),
                pupil.environment(),
                ImageFolder.Cache.TRAINED,
                pupil.options(),
                work.resolve("peer.log"))) {
            for (int lesson = 0; lesson < PEER_LESSONS; lesson++) {
                again(pupil, fresh).answer(process);
            }
            process.stop();
        }
    }

    private List<Row> measured(
            Map<String, Starts> all, FreshEvent fresh, int rounds, BiConsumer<Integer, Integer> progress)
            throws IOException {
        Map<String, Runs> runs = new TreeMap<>();
        all.keySet().forEach(name -> runs.put(name, new Runs(new ArrayList<>(), new ArrayList<>())));
        for (int round = 1; round <= rounds; round++) {
            progress.accept(round, rounds);
            for (Map.Entry<String, Runs> one : runs.entrySet()) {
                Starts starts = Objects.requireNonNull(all.get(one.getKey()));
                one.getValue().cached().add(run(again(starts.cached(), fresh)));
                one.getValue().plain().add(run(again(starts.plain(), fresh)));
            }
        }
        return runs.entrySet().stream()
                .map(one -> new Row(
                        one.getKey(),
                        ColdStart.median(one.getValue().cached()),
                        ColdStart.median(one.getValue().plain())))
                .toList();
    }

    private record Runs(List<ColdStart> cached, List<ColdStart> plain) {}

    private ColdStart run(Candidate candidate) throws IOException {
        return ColdStart.of(candidate, work.resolve("cold.log"));
    }

    private static Candidate again(Candidate candidate, FreshEvent fresh) {
        return new Candidate(
                candidate.image(),
                candidate.handler(),
                candidate.environment(),
                candidate.cache(),
                candidate.options(),
                fresh.of(candidate.event()));
    }
}
