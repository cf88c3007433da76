package dev.encargo.orders.function;

import dev.encargo.orders.usecase.Fault;
import dev.encargo.platform.function.Problem;
import dev.encargo.platform.function.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with one request, field by field.
final class Faults {
    private static final int SHOWN = 50;

    private final List<Fault> found = new ArrayList<>();

    void add(String pointer, String message) {
        found.add(new Fault(pointer, message));
    }

    /// @throws Problem 422 when anything was noted
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw problem(found);
        }
    }

    static Problem problem(List<Fault> faults) {
        return Problem.of(422, "invalid-order", "The request cannot be accepted")
                .detail("Nothing was changed. Correct the fields named in errors and send it again.")
                .errors(faults.stream()
                        .limit(SHOWN)
                        .map(fault -> new FieldError(fault.field(), fault.message()))
                        .toList());
    }
}
