package dev.encargo.local.function;

import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;

/// The classes that the template names. They are looked for when a host starts, not when a template is read: that
/// needs none of them.
final class Handlers {

    private Handlers() {}

    static void mustExist(Stack stack) {
        Refusals refusals = new Refusals();
        stack.functions().values().forEach(function -> mustExist(function, refusals));
        refusals.throwIfAny();
    }

    private static void mustExist(FunctionResource function, Refusals refusals) {
        try {
            Class.forName(function.handlerClass(), false, Handlers.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            refusals.add(
                    function.at(),
                    "The handler of " + function.id() + " does not exist",
                    "There is no class " + function.handlerClass() + " on the class path",
                    "Name the function's class in ImageConfig.Command or Handler");
        }
    }
}
