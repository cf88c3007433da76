package dev.encargo.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.http.wire.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An operation's arguments, read strictly.
record Asked(JsonNode arguments) {

    String text(String name) {
        JsonNode value = arguments.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw bad(name + " is missing");
        }
        return value.textValue();
    }

    Duration duration(String name) {
        try {
            Duration duration = Duration.parse(text(name));
            if (duration.isNegative()) {
                throw bad("time never moves back");
            }
            return duration;
        } catch (DateTimeParseException malformed) {
            throw bad(name + " is no ISO 8601 duration");
        }
    }

    /// @throws Problem also where it is longer than `longest`
    Duration duration(String name, Duration longest) {
        Duration duration = duration(name);
        if (duration.compareTo(longest) > 0) {
            throw bad(name + " is " + longest.toDays() + " days at most");
        }
        return duration;
    }

    Duration durationOr(String name, Duration without) {
        return arguments.has(name) ? duration(name) : without;
    }

    /// The ids that were named, or nothing where all are meant.
    Optional<List<Long>> ids() {
        JsonNode named = arguments.path("ids");
        if (named.isMissingNode()) {
            return Optional.empty();
        }
        List<Long> ids = new ArrayList<>();
        for (JsonNode id : named) {
            if (!id.isIntegralNumber()) {
                throw bad("ids are numbers");
            }
            ids.add(id.longValue());
        }
        return Optional.of(ids);
    }

    private static Problem bad(String detail) {
        return Problem.of(400, "operation-malformed", "This is not how the operation is asked for")
                .detail(detail);
    }
}
