package dev.encargo.providers;

import java.nio.file.Path;

/// Stand-ins that take payments until they are killed, saying each answer.
final class AloneInAProcess {
    private AloneInAProcess() {}

    public static void main(String[] arguments) throws Exception {
        Providers providers = Providers.start(ProvidersSettings.in(Path.of(arguments[0])));
        try (Caller caller = new Caller(providers.payments().url())) {
            System.out.println("started");
            for (int order = 1; ; order++) {
                if (caller.pay("ord_" + order, order, "pm_ok").status() == 202) {
                    System.out.println("answered " + order);
                    System.out.flush();
                }
            }
        }
    }
}
