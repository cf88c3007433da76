package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

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
                    english("The role %s does not allow %s", role.get().id(), action),
                    english("It is needed here on %s; on AWS the call would be denied", resourceArn),
                    english("Allow it in %s at %s", role.get().id(), role.get().at()));
        }
    }

    /// The role exists and `service` may take it; empty with a refusal otherwise.
    static Optional<RoleResource> mustBeTakenBy(
            String roleArn, String service, Position at, Stack stack, Refusals refusals) {
        Optional<RoleResource> role = stack.roleByArn(roleArn);
        if (role.isEmpty()) {
            refusals.add(
                    at,
                    english("The role %s does not exist", roleArn),
                    english("It is named here"),
                    english("Refer to a role of this template with !GetAtt Role.Arn"));
        } else if (!role.get().trustedServices().contains(service)) {
            refusals.add(
                    at,
                    english("The role %s may not be taken by %s", role.get().id(), service),
                    english(
                            "Its AssumeRolePolicyDocument at %s names others",
                            role.get().at()),
                    english("Add the service there"));
            return Optional.empty();
        }
        return role;
    }
}
