package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Intrinsic functions over numbers and objects.
final class NumberFunctions {
    private NumberFunctions() {}

    static JsonNode mathAdd(Arguments arguments) {
        arguments.requireCount(2, 2);
        try {
            return Json.number(Math.addExact(arguments.rounded(0), arguments.rounded(1)));
        } catch (ArithmeticException e) {
            throw new IntrinsicProblem("The sum does not fit 64 bits");
        }
    }

    static JsonNode mathRandom(Arguments arguments) {
        arguments.requireCount(2, 3);
        long low = arguments.rounded(0);
        long high = arguments.rounded(1);
        if (low >= high) {
            throw new IntrinsicProblem("The first argument must be less than the second");
        }
        Chance chance = arguments.count() == 3 ? new Chance(arguments.rounded(2)) : arguments.chance();
        return Json.number(chance.between(low, high));
    }

    static JsonNode uuid(Arguments arguments) {
        arguments.requireCount(0, 0);
        return Json.text(arguments.chance().uuid().toString());
    }

    static JsonNode jsonMerge(Arguments arguments) {
        arguments.requireCount(3, 3);
        if (arguments.flag(2)) {
            throw new IntrinsicProblem("Only shallow merging is supported: the third argument must be false");
        }
        ObjectNode merged = Json.object();
        merged.setAll(arguments.object(0));
        merged.setAll(arguments.object(1));
        return merged;
    }
}
