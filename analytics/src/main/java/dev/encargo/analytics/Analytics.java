package dev.encargo.analytics;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command: compacts the lake, then answers one question or all.
public final class Analytics {

    private Analytics() {}

    /// `lake` is the folder of the lake's bucket, `query` one of [Questions#NAMES] or `all`. Returns 0; 2 for an
    /// unknown query. Throws [LakeFailed].
    ///
    /// With `json` one object with `compacted` (`objects`, `records`, `skipped`) and `answers` (rows by query),
    /// amounts in minor units. Else tables, amounts in units of the currency.
    public static int run(Path lake, String query, boolean json, PrintStream out) {
        if (!query.equals("all") && !Questions.NAMES.contains(query)) {
            out.println(
                    "There is no query %s. There are: %s, all".formatted(query, String.join(", ", Questions.NAMES)));
            return 2;
        }
        Lake where = Lake.in(lake);
        Compaction compaction = where.compact();
        List<Answer> answers = new ArrayList<>();
        try (Questions questions = Questions.to(where)) {
            for (String name : query.equals("all") ? Questions.NAMES : List.of(query)) {
                answers.add(questions.answer(name));
            }
        }
        out.print(json ? JsonText.of(compaction, answers) : TextTable.of(compaction, answers));
        out.flush();
        return 0;
    }
}
