package dev.encargo.local.template.intrinsic;

import java.util.Map;

/// Where the stack stands: what `AWS::Region` and the like mean, and the values given for parameters.
/// `port` is the local host's port, which queue URLs carry.
public record Surroundings(
        String stackName, String partition, String region, String accountId, int port, Map<String, String> parameters) {

    public Surroundings {
        parameters = Map.copyOf(parameters);
    }

    String urlSuffix() {
        return partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    }
}
