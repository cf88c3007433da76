package dev.encargo.aws.ports;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the template tells a function through its environment: where everything is that it may use.
public record Environment(Map<String, String> variables) {
    private static final Pattern SECRET_NAME = Pattern.compile("[a-z0-9-]+");

    public Environment {
        variables = Map.copyOf(variables);
    }

    public Optional<String> find(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isEmpty());
    }

    /// @throws IllegalStateException when the function has no such variable
    public String get(String variable) {
        return find(variable)
                .orElseThrow(() ->
                        new IllegalStateException(function() + " has no variable " + variable + " in its environment"));
    }

    /// The function's logical id in the template, which is the name of its class.
    public String function() {
        return find("_HANDLER")
                .map(handler -> handler.replaceFirst("::.*", ""))
                .map(handler -> handler.substring(handler.lastIndexOf('.') + 1))
                .or(() -> find("AWS_LAMBDA_FUNCTION_NAME"))
                .orElse("a function without a name");
    }

    String queueUrl(String queue) {
        return get("QUEUE_" + variable(queue));
    }

    String workflowArn(String workflow) {
        return get("WORKFLOW_" + workflow.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
    }

    /// @throws IllegalStateException when the function is given no secret of that name
    String secretArn(String secret) {
        return Optional.of(secret)
                .filter(name -> SECRET_NAME.matcher(name).matches())
                .flatMap(name -> find("SECRET_" + variable(name)))
                .orElseThrow(() -> new IllegalStateException(function() + " has no secret '" + secret + "'"));
    }

    private static String variable(String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
