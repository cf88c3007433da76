package dev.encargo.local.function;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;

/// The classes that the template names. They are looked for when a host starts, not when a template is read: that
/// needs none of them.
final class Handlers {

    private Handlers() {}

    static void mustExist(Stack stack, Refusals refusals) {
        stack.functions().values().forEach(function -> mustExist(function, refusals));
    }

    private static void mustExist(FunctionResource function, Refusals refusals) {
        try {
            Class.forName(function.handlerClass(), false, Handlers.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            refusals.add(
                    function.at(),
                    english("The handler of %s does not exist", function.id()),
                    english("There is no class %s on the class path", function.handlerClass()),
                    english("Name the function's class in ImageConfig.Command or Handler"));
        }
    }
}
