package dev.encargo.journeys.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Visits every state that can be reached, breadth first, so that the first violation found has a shortest run.
final class Search {
    private final Protocol protocol;
    private final Properties properties;
    private final StateSet states = new StateSet();
    private final Map<String, Integer> violations = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final long[] packed = new long[World.WIDTH];
    private final long[] here = new long[World.WIDTH];
    private final int most;
    private boolean moved;
    private boolean finished = true;

    private Search(Rules rules, Faults faults, int most) {
        Documents documents = new Documents(rules);
        this.protocol = new Protocol(documents, faults);
        this.properties = new Properties(documents);
        this.most = most;
    }

    /// What was found: the violated properties, how quiet states end, how many states there are.
    record Found(int states, boolean finished, Map<String, List<String>> violations, Map<String, Integer> ends) {}

    /// Searches all states, or the first `most`.
    static Found run(Rules rules, Faults faults, int most) {
        Search search = new Search(rules, faults, most);
        search.visitAll();
        Map<String, List<String>> runs = new TreeMap<>();
        search.violations.forEach((name, state) -> runs.put(name, search.shortestRun(state)));
        return new Found(search.states.size(), search.finished, runs, search.ends);
    }

    private void visitAll() {
        protocol.first().pack(packed, 0);
        states.add(packed, -1);
        World world = new World();
        for (int at = 0; at < states.size(); at++) {
            if (states.size() > most) {
                finished = false;
                return;
            }
            states.read(at, world);
            visit(world, at);
        }
    }

    private void visit(World world, int at) {
        properties.violatedInEveryState(world).forEach(name -> violations.putIfAbsent(name, at));
        world.pack(here, 0);
        moved = false;
        protocol.successors(world, (next, free, _) -> {
            next.pack(packed, 0);
            if (!Arrays.equals(packed, here)) {
                moved |= !free;
                states.add(packed, at);
            }
        });
        if (!moved) {
            ends.merge(protocol.status(world).name(), 1, Integer::sum);
            properties.violatedWhenQuiet(world).forEach(name -> violations.putIfAbsent(name, at));
        }
    }

    private List<String> shortestRun(int state) {
        List<Integer> path = new ArrayList<>();
        for (int at = state; at >= 0; at = states.parent(at)) {
            path.add(at);
        }
        Collections.reverse(path);
        List<String> run = new ArrayList<>();
        for (int at = 1; at < path.size(); at++) {
            run.add(label(path.get(at - 1), path.get(at)));
        }
        return run;
    }

    private String label(int from, int to) {
        World world = new World();
        states.read(to, world);
        long[] wanted = new long[World.WIDTH];
        world.pack(wanted, 0);
        states.read(from, world);
        List<String> labels = new ArrayList<>();
        protocol.successors(world, (next, _, what) -> {
            next.pack(packed, 0);
            if (Arrays.equals(packed, wanted)) {
                labels.add(what);
            }
        });
        return labels.getFirst();
    }
}
