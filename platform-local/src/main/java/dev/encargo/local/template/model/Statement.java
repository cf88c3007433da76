package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// One statement of a policy. `conditions` maps operator and key (`ArnEquals aws:SourceArn`) to the values allowed.
public record Statement(
        boolean allow,
        List<String> principals,
        List<String> actions,
        List<String> resources,
        Map<String, List<String>> conditions,
        Position at) {

    public Statement {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = Map.copyOf(conditions);
    }

    /// A denial outweighs every permission, and without a permission nothing is allowed.
    public static boolean decide(List<Statement> statements, Predicate<Statement> applies) {
        List<Statement> applying = statements.stream().filter(applies).toList();
        return !applying.isEmpty() && applying.stream().allMatch(Statement::allow);
    }

    /// Whether the statement speaks of `action` on `resourceArn`; conditions and principals are not looked at.
    public boolean covers(String action, String resourceArn) {
        return actions.stream().anyMatch(pattern -> matches(pattern, action, Pattern.CASE_INSENSITIVE))
                && resources.stream().anyMatch(pattern -> matches(pattern, resourceArn, 0));
    }

    /// Whether it speaks of `service` acting for `sourceArn`. A condition other than on `aws:SourceArn` is not met.
    public boolean speaksOf(String service, String sourceArn) {
        return principals.stream().anyMatch(principal -> principal.equals(service) || principal.equals("*"))
                && conditions.entrySet().stream().allMatch(entry -> meets(entry.getKey(), entry.getValue(), sourceArn));
    }

    private static boolean meets(String condition, List<String> values, String sourceArn) {
        return switch (condition) {
            case "ArnEquals aws:SourceArn", "ArnLike aws:SourceArn", "StringLike aws:SourceArn" ->
                values.stream().anyMatch(value -> matches(value, sourceArn, 0));
            case "StringEquals aws:SourceArn" -> values.contains(sourceArn);
            default -> false;
        };
    }

    private static boolean matches(String pattern, String value, int flags) {
        if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
            return flags == 0 ? pattern.equals(value) : pattern.equalsIgnoreCase(value);
        }
        String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(expression, flags).matcher(value).matches();
    }
}
