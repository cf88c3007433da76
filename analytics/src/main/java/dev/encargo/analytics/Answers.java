package dev.encargo.analytics;

import java.util.ArrayList;
import java.util.List;

/// What the lake answers: what its compaction took in before, and one answer a question.
public record Answers(Compaction compaction, List<Answer> all) {

    public Answers {
        all = List.copyOf(all);
    }

    /// Compacts the lake, then asks it. `question` is one of [Questions#NAMES] or `all`. Throws [LakeFailed].
    public static Answers of(Lake lake, String question) {
        Compaction compaction = lake.compact();
        List<Answer> answers = new ArrayList<>();
        try (Questions questions = Questions.to(lake)) {
            for (String name : question.equals("all") ? Questions.NAMES : List.of(question)) {
                answers.add(questions.answer(name));
            }
        }
        return new Answers(compaction, answers);
    }

    /// One object with `compacted` (`objects`, `records`, `skipped`) and `answers` (rows by question), amounts in
    /// minor units.
    public String json() {
        return JsonText.of(compaction, all);
    }
}
