package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;

/// One resource of the template: its logical id, its physical name and where it is declared.
public sealed interface Resource
        permits ApiResource,
                BucketResource,
                BusResource,
                FunctionResource,
                ParameterResource,
                QueueResource,
                RoleResource,
                RuleResource,
                ScheduleResource,
                SecretResource,
                StateMachineResource,
                StreamResource,
                TableResource,
                TopicResource {

    String id();

    String name();

    Position at();
}
