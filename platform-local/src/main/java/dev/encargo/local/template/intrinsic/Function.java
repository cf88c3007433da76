package dev.encargo.local.template.intrinsic;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import java.util.Optional;

/// One function of CloudFormation. Empty means `AWS::NoValue`: the place where it stands disappears.
@FunctionalInterface
interface Function {

    Optional<Node> apply(Node argument, Position at, Evaluator evaluator);
}
