package dev.encargo.aws.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// An update of what waits: what `waiting` has is set, what it lacks is removed, everything else stays.
record Amendment(Map<String, AttributeValue> waiting, long revision) {
    private static final List<String> WAITING = List.of(Items.EFFECTS, Items.PENDING, Items.DUE);

    UpdateItemRequest.Builder request() {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":was", Items.number(revision));
        values.put(":" + Items.REVISION, Items.number(revision + 1));
        List<String> set = new ArrayList<>(List.of(assignment(Items.REVISION)));
        List<String> remove = new ArrayList<>();
        for (String name : WAITING) {
            if (waiting.containsKey(name)) {
                values.put(":" + name, waiting.get(name));
                set.add(assignment(name));
            } else {
                remove.add(name);
            }
        }
        String removing = remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove);
        return UpdateItemRequest.builder()
                .updateExpression("SET " + String.join(", ", set) + removing)
                .conditionExpression(Items.REVISION + " = :was")
                .expressionAttributeValues(values);
    }

    private static String assignment(String name) {
        return name + " = :" + name;
    }
}
