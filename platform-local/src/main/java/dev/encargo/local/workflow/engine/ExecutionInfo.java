package dev.encargo.local.workflow.engine;

import java.time.Instant;

/// Who an execution is.
///
/// @param arn the execution's full name
/// @param name its name, unique in its state machine
/// @param stateMachineArn the state machine's full name
/// @param stateMachineName the state machine's name
/// @param roleArn the role that it acts with
/// @param startTime when it was started
public record ExecutionInfo(
        String arn, String name, String stateMachineArn, String stateMachineName, String roleArn, Instant startTime) {}
