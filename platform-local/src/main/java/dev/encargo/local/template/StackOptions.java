package dev.encargo.local.template;

import dev.encargo.local.template.intrinsic.Surroundings;
import java.util.HashMap;
import java.util.Map;

/// What a deployment decides outside the template: names, place and the values of parameters.
/// `port` is that of the local host, which queue URLs carry.
public record StackOptions(
        String stackName, String partition, String region, String accountId, int port, Map<String, String> parameters) {

    public StackOptions {
        parameters = Map.copyOf(parameters);
    }

    /// A laptop: stack `encargo` in `eu-west-1` of account `000000000000`, every parameter at its default.
    public static StackOptions laptop(int port) {
        return new StackOptions("encargo", "aws", "eu-west-1", "000000000000", port, Map.of());
    }

    /// The same with one parameter set.
    public StackOptions with(String parameter, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new StackOptions(stackName, partition, region, accountId, port, more);
    }

    Surroundings surroundings() {
        return new Surroundings(stackName, partition, region, accountId, port, parameters);
    }
}
