package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/// Intrinsic functions over arrays.
final class ArrayFunctions {
    private static final int LONGEST_RANGE = 1_000;

    private ArrayFunctions() {}

    static JsonNode array(Arguments arguments) {
        return Json.array().addAll(arguments.values());
    }

    static JsonNode partition(Arguments arguments) {
        arguments.requireCount(2, 2);
        return partition(arguments.array(0), arguments.rounded(1));
    }

    static ArrayNode partition(ArrayNode items, long size) {
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new IntrinsicProblem("The second argument must be a positive integer");
        }
        ArrayNode parts = Json.array();
        ArrayNode part = Json.array();
        for (JsonNode item : items) {
            part.add(item);
            if (part.size() == size) {
                parts.add(part);
                part = Json.array();
            }
        }
        return part.isEmpty() ? parts : parts.add(part);
    }

    static JsonNode contains(Arguments arguments) {
        arguments.requireCount(2, 2);
        return Json.bool(contains(arguments.array(0), arguments.any(1)));
    }

    private static boolean contains(ArrayNode items, JsonNode wanted) {
        for (JsonNode item : items) {
            if (Json.same(item, wanted)) {
                return true;
            }
        }
        return false;
    }

    static JsonNode range(Arguments arguments) {
        arguments.requireCount(3, 3);
        long first = arguments.rounded(0);
        long last = arguments.rounded(1);
        long step = arguments.rounded(2);
        if (step == 0) {
            throw new IntrinsicProblem("The third argument must not be 0");
        }
        ArrayNode numbers = Json.array();
        for (long number = first; step > 0 ? number <= last : number >= last; number += step) {
            if (numbers.size() == LONGEST_RANGE) {
                throw new IntrinsicProblem("The array must have at most " + LONGEST_RANGE + " items");
            }
            numbers.add(Json.number(number));
        }
        return numbers;
    }

    static JsonNode getItem(Arguments arguments) {
        arguments.requireCount(2, 2);
        ArrayNode items = arguments.array(0);
        long index = arguments.integer(1);
        if (index < 0 || index >= items.size()) {
            throw new IntrinsicProblem(
                    "The index " + index + " is out of bounds for an array of length " + items.size());
        }
        return items.get((int) index);
    }

    static JsonNode length(Arguments arguments) {
        arguments.requireCount(1, 1);
        return Json.number(arguments.array(0).size());
    }

    static JsonNode unique(Arguments arguments) {
        arguments.requireCount(1, 1);
        ArrayNode found = Json.array();
        for (JsonNode item : arguments.array(0)) {
            if (!contains(found, item)) {
                found.add(item);
            }
        }
        return found;
    }
}
