package dev.encargo.local.ports;

import dev.encargo.local.execution.Executions;
import dev.encargo.platform.Workflows;

/// Starts and answers executions of this host.
final class LocalWorkflows implements Workflows {
    private final Outlet outlet;
    private final Executions executions;

    LocalWorkflows(Outlet outlet, Executions executions) {
        this.outlet = outlet;
        this.executions = executions;
    }

    @Override
    public Started start(String workflow, String name, String inputJson) {
        boolean started = executions.startNow(outlet.machine(workflow), name, inputJson);
        return started ? Started.STARTED : Started.ALREADY_EXISTS;
    }

    @Override
    public Answered answer(String token, Answer answer) {
        return executions.answerNow(token, answer);
    }
}
