package dev.encargo.local.workflow.engine;

import dev.encargo.local.workflow.definition.State;

/// Which runner runs which kind of state.
final class Runners {
    private Runners() {}

    static void run(Turn turn, Frame frame, State state) {
        switch (state) {
            case State.Pass pass -> PassRunner.run(turn, frame, pass);
            case State.Task task -> TaskRunner.run(turn, frame, task);
            case State.Choice choice -> ChoiceRunner.run(turn, frame, choice);
            case State.Wait wait -> WaitRunner.run(turn, frame, wait);
            case State.Succeed succeed -> SucceedRunner.run(turn, frame, succeed);
            case State.Fail fail -> FailRunner.run(turn, frame, fail);
            case State.Parallel parallel -> ParallelRunner.run(turn, frame, parallel);
            case State.Map map -> MapRunner.run(turn, frame, map);
        }
    }
}
