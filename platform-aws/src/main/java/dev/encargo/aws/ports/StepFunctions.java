package dev.encargo.aws.ports;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.Workflows;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// State machines of Step Functions.
///
/// A second start with the name and the input of a running execution is answered as the first was. So that it can
/// be told, each start's input ends with blanks of its own; a start that the SDK repeats keeps them, and is the
/// same.
public final class StepFunctions implements Workflows {
    private static final Dependency WORKFLOWS = new Dependency("workflows");
    private static final int NAME_LIMIT = 80;
    private static final int TOKEN_LIMIT = 2_048;

    private final Supplier<SfnClient> client;
    private final Environment environment;

    public StepFunctions(Supplier<SfnClient> client, Environment environment) {
        this.client = client;
        this.environment = environment;
    }

    @Override
    public Started start(String workflow, String name, String inputJson) {
        if (name.isEmpty() || name.length() > NAME_LIMIT) {
            throw new IllegalArgumentException("not an execution's name: " + name);
        }
        StartExecutionRequest request = StartExecutionRequest.builder()
                .stateMachineArn(environment.workflowArn(workflow))
                .name(name)
                .input(inputJson + Blanks.fresh())
                .build();
        return WORKFLOWS.perform(() -> started(request));
    }

    private Started started(StartExecutionRequest request) {
        try {
            client.get().startExecution(request);
            return Started.STARTED;
        } catch (ExecutionAlreadyExistsException _) {
            return Started.ALREADY_EXISTS;
        }
    }

    @Override
    public Answered answer(String token, Answer answer) {
        return token.isEmpty() || token.length() > TOKEN_LIMIT
                ? Answered.NO_LONGER_AWAITED
                : WORKFLOWS.perform(() -> answered(token, answer));
    }

    private Answered answered(String token, Answer answer) {
        try {
            switch (answer) {
                case Answer.Success told ->
                    client.get()
                            .sendTaskSuccess(request -> request.taskToken(token).output(told.outputJson()));
                case Answer.Failure told ->
                    client.get()
                            .sendTaskFailure(request ->
                                    request.taskToken(token).error(told.error()).cause(told.cause()));
            }
            return Answered.ACCEPTED;
        } catch (TaskDoesNotExistException | TaskTimedOutException | InvalidTokenException late) {
            return Answered.NO_LONGER_AWAITED;
        }
    }
}
