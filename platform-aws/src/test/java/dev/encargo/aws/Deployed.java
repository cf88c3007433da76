package dev.encargo.aws;

import dev.encargo.aws.emulator.Emulator;
import dev.encargo.aws.ports.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A function's platform as its environment makes it, for tests of other packages.
public final class Deployed {

    private Deployed() {}

    /// `told` is what the template says to this function beside what Lambda says to every one.
    public static AwsPlatform platform(Map<String, String> told, List<String> lines) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "_HANDLER", "dev.encargo.orders.function.PlaceOrderFunction::handleRequest",
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "AKIATEST",
                "AWS_SECRET_ACCESS_KEY", Emulator.SECRET_KEY,
                "TABLE_NAME", "no-such-table",
                "STAGE", "test"));
        variables.putAll(told);
        return new Assembly(new Environment(variables), lines::add).platform();
    }
}
