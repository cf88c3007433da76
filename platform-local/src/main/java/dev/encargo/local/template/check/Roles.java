package dev.encargo.local.template.check;

import dev.encargo.local.template.model.RoleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import java.util.Optional;

/// What a connection in the template needs of the role that it names.
final class Roles {

    private Roles() {}

    /// The role exists, `service` may take it, and it may do `action` to `resourceArn`.
    static void mustAllow(
            String roleArn,
            String service,
            String action,
            String resourceArn,
            Position at,
            Stack stack,
            Refusals refusals) {
        Optional<RoleResource> role = mustBeTakenBy(roleArn, service, at, stack, refusals);
        if (role.isPresent() && !role.get().allows(action, resourceArn)) {
            refusals.add(
                    at,
                    "The role " + role.get().id() + " does not allow " + action,
                    "It is needed here on " + resourceArn + "; on AWS the call would be denied",
                    "Allow it in " + role.get().id() + " at " + role.get().at());
        }
    }

    /// The role exists and `service` may take it; empty with a refusal otherwise.
    static Optional<RoleResource> mustBeTakenBy(
            String roleArn, String service, Position at, Stack stack, Refusals refusals) {
        Optional<RoleResource> role = stack.roleByArn(roleArn);
        if (role.isEmpty()) {
            refusals.add(
                    at,
                    "The role " + roleArn + " does not exist",
                    "It is named here",
                    "Refer to a role of this template with !GetAtt Role.Arn");
        } else if (!role.get().trustedServices().contains(service)) {
            refusals.add(
                    at,
                    "The role " + role.get().id() + " may not be taken by " + service,
                    "Its AssumeRolePolicyDocument at " + role.get().at() + " names others",
                    "Add the service there");
            return Optional.empty();
        }
        return role;
    }
}
