package dev.encargo.local.workflow.data;

import java.util.Map;

/// The intrinsic functions of the States language by name.
final class IntrinsicFunctions {
    static final Map<String, IntrinsicFunction> BY_NAME = Map.ofEntries(
            Map.entry("States.Format", TextFunctions::format),
            Map.entry("States.StringToJson", TextFunctions::stringToJson),
            Map.entry("States.JsonToString", TextFunctions::jsonToString),
            Map.entry("States.StringSplit", TextFunctions::stringSplit),
            Map.entry("States.Base64Encode", TextFunctions::base64Encode),
            Map.entry("States.Base64Decode", TextFunctions::base64Decode),
            Map.entry("States.Hash", TextFunctions::hash),
            Map.entry("States.Array", ArrayFunctions::array),
            Map.entry("States.ArrayPartition", ArrayFunctions::partition),
            Map.entry("States.ArrayContains", ArrayFunctions::contains),
            Map.entry("States.ArrayRange", ArrayFunctions::range),
            Map.entry("States.ArrayGetItem", ArrayFunctions::getItem),
            Map.entry("States.ArrayLength", ArrayFunctions::length),
            Map.entry("States.ArrayUnique", ArrayFunctions::unique),
            Map.entry("States.JsonMerge", NumberFunctions::jsonMerge),
            Map.entry("States.MathRandom", NumberFunctions::mathRandom),
            Map.entry("States.MathAdd", NumberFunctions::mathAdd),
            Map.entry("States.UUID", NumberFunctions::uuid));

    private IntrinsicFunctions() {}
}
