package dev.encargo.invoices.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private final WaitingLine<String, String> line = new WaitingLine<>();
    private final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_single_caller_is_served_at_once() {
        assertThat(line.ask("a", this::answered)).isEqualTo("A");
        assertThat(asked).containsExactly(List.of("a"));
    }

    @Test
    void those_who_came_while_one_was_served_are_served_together() throws Exception {
        CountDownLatch serving = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = crowd.submit(() -> line.ask("a", questions -> {
                serving.countDown();
                awaited(go);
                return answered(questions);
            }));
            serving.await();
            List<Future<String>> others = new ArrayList<>();
            for (String question : List.of("b", "c", "d")) {
                others.add(crowd.submit(() -> line.ask(question, this::answered)));
            }
            while (line.length() < 4) {
                Thread.yield();
            }
            go.countDown();
            assertThat(first.get()).isEqualTo("A");
            List<String> answers = new ArrayList<>();
            for (Future<String> other : others) {
                answers.add(other.get());
            }
            assertThat(answers).containsExactly("B", "C", "D");
            assertThat(asked).hasSize(2);
            assertThat(asked.getLast()).containsExactlyInAnyOrder("b", "c", "d");
        }
    }

    @Test
    void one_who_fails_at_the_front_fails_alone() throws Exception {
        CountDownLatch serving = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> failing = crowd.submit(() -> line.ask("a", _ -> {
                serving.countDown();
                awaited(go);
                throw new IllegalStateException("no");
            }));
            serving.await();
            Future<String> other = crowd.submit(() -> line.ask("b", this::answered));
            go.countDown();
            assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class);
            assertThat(other.get()).isEqualTo("B");
            assertThat(line.length()).isZero();
        }
    }

    @Test
    void one_who_is_interrupted_leaves_the_line() throws Exception {
        CountDownLatch serving = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = crowd.submit(() -> line.ask("a", questions -> {
                serving.countDown();
                awaited(go);
                return answered(questions);
            }));
            serving.await();
            Thread impatient = Thread.ofVirtual()
                    .start(() -> assertThatThrownBy(() -> line.ask("b", this::answered))
                            .isInstanceOf(WaitInterrupted.class));
            impatient.interrupt();
            impatient.join();
            assertThat(line.length()).isEqualTo(1);
            go.countDown();
            assertThat(first.get()).isEqualTo("A");
        }
    }

    private List<String> answered(List<String> questions) {
        asked.add(questions);
        return questions.stream().map(String::toUpperCase).toList();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
