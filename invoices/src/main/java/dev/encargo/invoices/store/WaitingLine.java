package dev.encargo.invoices.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Joins the work of callers that wait at the same time: whoever comes to the front does it for all who stand
/// behind.
///
/// A front that fails, or is interrupted, fails alone; the next in line tries anew.
final class WaitingLine<Q, A> {
    private static final int AT_ONCE = 200;

    private final ReentrantLock front = new ReentrantLock();
    private final ArrayDeque<Place<Q, A>> line = new ArrayDeque<>();

    private static final class Place<Q, A> {
        private final Q question;
        private volatile @Nullable A answer;

        Place(Q question) {
            this.question = question;
        }
    }

    /// Asks `question`; `answerAll` answers a list of questions, in their order.
    A ask(Q question, Function<List<Q>, List<A>> answerAll) {
        Place<Q, A> mine = new Place<>(question);
        enter(mine);
        try {
            return served(mine, answerAll);
        } finally {
            leave(List.of(mine));
        }
    }

    int length() {
        synchronized (line) {
            return line.size();
        }
    }

    private A served(Place<Q, A> mine, Function<List<Q>, List<A>> answerAll) {
        comeToFront();
        try {
            @Nullable A answer = mine.answer;
            return answer == null ? serve(mine, answerAll) : answer;
        } finally {
            front.unlock();
        }
    }

    private void comeToFront() {
        try {
            front.lockInterruptibly();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new WaitInterrupted(ended);
        }
    }

    private A serve(Place<Q, A> mine, Function<List<Q>, List<A>> answerAll) {
        List<Place<Q, A>> together = together(mine);
        List<A> answers =
                answerAll.apply(together.stream().map(place -> place.question).toList());
        for (int i = 0; i < together.size(); i++) {
            together.get(i).answer = answers.get(i);
        }
        leave(together);
        return answers.getFirst();
    }

    private List<Place<Q, A>> together(Place<Q, A> mine) {
        List<Place<Q, A>> together = new ArrayList<>();
        together.add(mine);
        synchronized (line) {
            line.stream().filter(place -> place != mine).limit(AT_ONCE - 1L).forEach(together::add);
        }
        return together;
    }

    private void enter(Place<Q, A> place) {
        synchronized (line) {
            line.add(place);
        }
    }

    private void leave(List<Place<Q, A>> places) {
        synchronized (line) {
            line.removeAll(places);
        }
    }
}
