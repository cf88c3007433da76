package dev.encargo.local.workflow.engine;

import static dev.encargo.local.workflow.Running.START;
import static dev.encargo.local.workflow.Running.definition;
import static dev.encargo.local.workflow.Running.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.local.workflow.Running;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.run.Mocks;
import dev.encargo.local.workflow.run.VirtualRun;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The engine as a durable host drives it.
class ResumingTest {
    private static final String WAITING =
            "'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                    + "'Parameters':{'token.$':'$$.Task.Token','id.$':'States.UUID()'},'TimeoutSeconds':600,'HeartbeatSeconds':60";
    private static final Definition ORDER = definition("{'StartAt':'ReserveStock','States':{"
            + "'ReserveStock':{" + WAITING + ",'ResultPath':null,'Next':'TakePayment'},"
            + "'TakePayment':{" + WAITING
            + ",'ResultPath':null,'Catch':[{'ErrorEquals':['PaymentDeclined'],'Next':'Ended'}],'Next':'IssueInvoice'},"
            + "'IssueInvoice':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true},"
            + "'Ended':{'Type':'Succeed'}}}");
    private static final ExecutionInfo INFO = new ExecutionInfo(
            "arn:aws:states:eu-west-1:000000000000:execution:FulfilOrder:ord_1",
            "ord_1",
            "arn:aws:states:eu-west-1:000000000000:stateMachine:FulfilOrder",
            "FulfilOrder",
            "arn:aws:iam::000000000000:role/r",
            START);

    private final Interpreter interpreter = new Interpreter(ORDER);
    private final Step started = interpreter.start(INFO, json("{'orderId':'ord_1'}"), 42, START);

    private static Command.ScheduleTask task(Step step) {
        return step.commands().stream()
                .filter(Command.ScheduleTask.class::isInstance)
                .map(Command.ScheduleTask.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Execution kept(Step step) {
        return Execution.read(step.execution().write());
    }

    private Step answer(Step step, Instant now) {
        return interpreter.resume(
                kept(step), new Signal.TaskSucceeded(task(step).task(), json("{}")), now);
    }

    @Test
    void a_start_asks_for_the_first_task_and_its_timers() {
        assertThat(started.commands())
                .extracting(command -> command.getClass().getSimpleName())
                .containsExactly("ScheduleTask", "SetTimer", "SetTimer");
        assertThat(task(started).parameters().path("token").asText())
                .isEqualTo(task(started).token());
        assertThat(started.execution().currentState()).isEqualTo("ReserveStock");
        assertThat(started.execution().status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void three_answers_end_the_order() {
        Step paid = answer(answer(started, START.plusSeconds(1)), START.plusSeconds(2));
        Step ended = answer(paid, START.plusSeconds(3));
        assertThat(ended.execution().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended.commands()).containsExactly(new Command.Finished(Status.SUCCEEDED, json("{}"), null, null));
        assertThat(ended.execution().stoppedAt()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void an_answered_task_has_its_timers_cancelled() {
        assertThat(answer(started, START.plusSeconds(1)).commands())
                .contains(
                        new Command.CancelTimer(task(started).task() + ":timeout"),
                        new Command.CancelTimer(task(started).task() + ":heartbeat"));
    }

    @Test
    void the_execution_handed_in_does_not_change() {
        String before = started.execution().write();
        interpreter.resume(
                started.execution(), new Signal.TaskSucceeded(task(started).task(), json("{}")), START);
        assertThat(started.execution().write()).isEqualTo(before);
    }

    @Test
    void the_same_signal_gives_the_same_step() {
        Step once = answer(started, START.plusSeconds(1));
        Step again = answer(started, START.plusSeconds(1));
        assertThat(again.execution().write()).isEqualTo(once.execution().write());
        assertThat(again.commands()).isEqualTo(once.commands());
        assertThat(again.events()).isEqualTo(once.events());
    }

    @Test
    void what_waits_can_be_asked_for_again_as_it_was() {
        assertThat(interpreter.outstanding(kept(started), START.plusSeconds(9)))
                .containsExactlyInAnyOrderElementsOf(started.commands());
    }

    @Test
    void the_time_of_an_express_item_outlasts_a_restart_and_starts_again_with_a_redrive() {
        Interpreter engine = new Interpreter(definition("{'StartAt':'M','States':{'M':{'Type':'Map','End':true,"
                + "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'EXPRESS'},'StartAt':'W',"
                + "'States':{'W':{'Type':'Wait','Seconds':400,'End':true}}}}}}"));
        Step first = engine.start(INFO, json("[1]"), 42, START);
        Command lifetime = new Command.SetTimer("0:lifetime", START.plusSeconds(300));
        assertThat(first.commands()).contains(lifetime);
        assertThat(engine.outstanding(kept(first), START.plusSeconds(9)))
                .containsExactlyInAnyOrderElementsOf(first.commands());
        Signal.TimerDue due = new Signal.TimerDue("0:lifetime");
        assertThat(engine.resume(kept(first), due, START.plusSeconds(299)).reception())
                .isEqualTo(Step.Reception.TOO_EARLY);
        Step failed = engine.resume(kept(first), due, START.plusSeconds(300));
        assertThat(failed.execution().error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        Step redriven = engine.redrive(kept(failed), START.plusSeconds(1_000));
        assertThat(redriven.commands()).contains(new Command.SetTimer("0:lifetime", START.plusSeconds(1_300)));
    }

    @Test
    void a_waiting_order_is_kept_in_few_bytes() {
        assertThat(started.execution().write().length()).isLessThan(1_500);
    }

    @Nested
    class Signals {
        private void assertIgnored(Execution execution, Signal signal) {
            Step step = interpreter.resume(execution, signal, START.plusSeconds(1));
            assertThat(step.reception()).isEqualTo(Step.Reception.NO_LONGER_AWAITED);
            assertThat(step.execution()).isSameAs(execution);
            assertThat(step.commands()).isEmpty();
            assertThat(step.events()).isEmpty();
        }

        @Test
        void for_an_answered_task_are_no_longer_awaited() {
            Execution later = kept(answer(started, START.plusSeconds(1)));
            assertIgnored(later, new Signal.TaskSucceeded(task(started).task(), json("{}")));
            assertIgnored(later, new Signal.TaskFailed(task(started).task(), "E", null));
            assertIgnored(later, new Signal.TaskHeartbeat(task(started).task()));
            assertIgnored(
                    later, new Signal.TaskSucceeded(String.valueOf(task(started).token()), json("{}")));
            assertIgnored(later, new Signal.TimerDue(task(started).task() + ":timeout"));
        }

        @Test
        void for_nobody_are_no_longer_awaited() {
            for (String nobody : List.of("", "#", "#99", "1#1", "0.0#1", "x", "1.x#1", "#1:nope")) {
                assertIgnored(started.execution(), new Signal.TaskSucceeded(nobody, json("{}")));
                assertIgnored(started.execution(), new Signal.TimerDue(nobody));
            }
        }

        @Test
        void for_an_ended_execution_are_no_longer_awaited() {
            Step stopped = interpreter.resume(kept(started), new Signal.Stop("E", "c"), START.plusSeconds(1));
            assertThat(stopped.execution().status()).isEqualTo(Status.ABORTED);
            assertThat(stopped.commands())
                    .contains(
                            new Command.CancelTask(task(started).task()),
                            new Command.Finished(Status.ABORTED, null, "E", "c"));
            assertThat(stopped.events().getLast().type()).isEqualTo("ExecutionAborted");
            assertIgnored(kept(stopped), new Signal.TaskSucceeded(task(started).task(), json("{}")));
        }

        @Test
        void may_name_the_token() {
            String token = String.valueOf(task(started).token());
            assertThat(TaskToken.read(token)).hasValueSatisfying(read -> {
                assertThat(read.executionArn()).isEqualTo(INFO.arn());
                assertThat(read.task()).isEqualTo(task(started).task());
            });
            Step step = interpreter.resume(kept(started), new Signal.TaskSucceeded(token, json("{}")), START);
            assertThat(step.execution().currentState()).isEqualTo("TakePayment");
        }

        @Test
        void with_a_token_made_up_are_no_longer_awaited() {
            String forged = new TaskToken(INFO.arn(), task(started).task(), "guess").write();
            assertIgnored(started.execution(), new Signal.TaskSucceeded(forged, json("{}")));
        }

        @Test
        void too_early_for_a_timer_set_it_again() {
            Step early = interpreter.resume(
                    kept(started), new Signal.TimerDue(task(started).task() + ":timeout"), START.plusSeconds(30));
            assertThat(early.reception()).isEqualTo(Step.Reception.TOO_EARLY);
            assertThat(early.commands())
                    .containsExactly(new Command.SetTimer(task(started).task() + ":timeout", START.plusSeconds(600)));
        }

        @Test
        void of_life_move_the_heartbeat_but_never_the_timeout() {
            Step alive = interpreter.resume(
                    kept(started), new Signal.TaskHeartbeat(task(started).task()), START.plusSeconds(50));
            assertThat(alive.commands())
                    .containsExactly(new Command.SetTimer(task(started).task() + ":heartbeat", START.plusSeconds(110)));
            Step missed = interpreter.resume(
                    kept(alive), new Signal.TimerDue(task(started).task() + ":heartbeat"), START.plusSeconds(110));
            assertThat(missed.execution().error()).isEqualTo("States.Timeout");
        }

        @Test
        void of_submission_are_only_told_to_the_history() {
            Step submitted = interpreter.resume(
                    kept(started), new Signal.TaskSubmitted(task(started).task(), json("{'MessageId':'m'}")), START);
            assertThat(submitted.events()).extracting(HistoryEvent::type).containsExactly("TaskSubmitted");
            assertThat(submitted.commands()).isEmpty();
        }

        @Test
        void the_history_is_written_as_aws_does() {
            Step submitted = interpreter.resume(
                    kept(started), new Signal.TaskSubmitted(task(started).task(), json("{'MessageId':'m'}")), START);
            assertThat(submitted.events().getFirst().toJson())
                    .isEqualTo(json("{\"timestamp\":\"2026-11-24T09:00:00Z\",\"type\":\"TaskSubmitted\",\"id\":5,"
                                    + "\"previousEventId\":4,\"taskSubmittedEventDetails\":{\"resourceType\":\"sqs\","
                                    + "\"resource\":\"sendMessage.waitForTaskToken\",\"output\":\"{\\\"MessageId\\\":\\\"m\\\"}\"}}")
                            .<com.fasterxml.jackson.databind.node.ObjectNode>require()
                            .put("id", 5L)
                            .put("previousEventId", 4L));
        }
    }

    @Nested
    class Redriving {
        private static final String INVOKE = "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke'";

        @Test
        void starts_again_with_the_state_that_failed() {
            Definition machine = definition("{'StartAt':'A','States':{'A':{" + INVOKE
                    + ",'ResultPath':'$.a','Next':'B'}," + "'B':{" + INVOKE + ",'ResultPath':'$.b','End':true}}}");
            VirtualRun run = new VirtualRun(
                    machine,
                    Mocks.read(json("{'A':[{'return':1}],'B':[{'throw':{'error':'E'}},{'return':2}]}")),
                    START,
                    execution -> Execution.read(execution.write()));
            Execution failed = run.run(json("{}"), 1);
            assertThat(failed.status()).isEqualTo(Status.FAILED);
            Execution redriven = run.redrive(failed);
            assertThat(redriven.output()).isEqualTo(json("{'a':1,'b':2}"));
            assertThat(redriven.redriveCount()).isEqualTo(1);
            assertThat(run.events()).extracting(HistoryEvent::type).containsOnlyOnce("ExecutionRedriven");
            assertThat(run.events().stream()
                            .filter(event -> event.type().equals("TaskStateEntered"))
                            .map(event -> event.details().path("name").asText()))
                    .containsExactly("A", "B", "B");
        }

        @Test
        void repeats_no_branch_that_ended_well() {
            Definition machine = definition("{'StartAt':'P','States':{'P':{'Type':'Parallel','End':true,'Branches':["
                    + "{'StartAt':'A','States':{'A':{" + INVOKE + ",'End':true}}},"
                    + "{'StartAt':'B','States':{'B':{" + INVOKE + ",'End':true}}}]}}}");
            VirtualRun run = new VirtualRun(
                    machine,
                    Mocks.read(json("{'A':[{'return':1},{'return':9}],'B':[{'throw':{'error':'E'}},{'return':2}]}")),
                    START,
                    execution -> Execution.read(execution.write()));
            assertThat(run.redrive(run.run(json("{}"), 1)).output()).isEqualTo(json("[1,2]"));
        }

        @Test
        void is_for_executions_that_did_not_succeed() {
            assertThatThrownBy(() -> interpreter.redrive(started.execution(), START))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class AnyMachine {
        /// A random flow of nested states; every task is answered by mocks that sometimes fail.
        private String flow(Random random, String prefix, int depth) {
            int size = 1 + random.nextInt(3);
            StringBuilder states = new StringBuilder();
            for (int i = 0; i < size; i++) {
                String name = prefix + i;
                String after = i + 1 < size ? "'Next':'" + prefix + (i + 1) + "'" : "'End':true";
                states.append(i == 0 ? "" : ",")
                        .append("'")
                        .append(name)
                        .append("':{")
                        .append(state(random, name, depth))
                        .append(",")
                        .append(after)
                        .append("}");
            }
            return "{'StartAt':'" + prefix + "0','States':{" + states + "}}";
        }

        private String state(Random random, String name, int depth) {
            String retry = ",'Retry':[{'ErrorEquals':['States.ALL'],'MaxAttempts':2,'JitterStrategy':'FULL'}]";
            return switch (random.nextInt(depth > 0 ? 6 : 4)) {
                case 0 -> "'Type':'Pass','Assign':{'v_" + name + "':1},'Parameters':{'u.$':'States.UUID()'}";
                case 1 -> "'Type':'Wait','Seconds':" + random.nextInt(50);
                case 2, 3 ->
                    "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','ResultSelector':"
                            + "{'r.$':'$','n.$':'States.MathRandom(1,1000)'}" + retry;
                case 4 ->
                    "'Type':'Parallel','Branches':[" + flow(random, name + "a", depth - 1) + ","
                            + flow(random, name + "b", depth - 1) + "]" + retry;
                default ->
                    "'Type':'Map','MaxConcurrency':2,'ItemsPath':'$$.Execution.Input.items','ItemProcessor':"
                            + flow(random, name + "m", depth - 1) + retry;
            };
        }

        private Execution run(Definition machine, UnaryOperator<Execution> between, List<HistoryEvent> events) {
            StringBuilder mocks = new StringBuilder("{");
            VirtualRun run = new VirtualRun(machine, mocks(machine, mocks), START, between);
            Execution ended = run.run(json("{'items':[1,2,3]}"), 7);
            events.addAll(run.events());
            return ended;
        }

        private Mocks mocks(Definition machine, StringBuilder text) {
            names(machine.flow(), text);
            return Mocks.read(json(text.append("}").toString()));
        }

        private void names(dev.encargo.local.workflow.definition.Flow flow, StringBuilder text) {
            flow.states().forEach((name, state) -> {
                switch (state) {
                    case dev.encargo.local.workflow.definition.State.Task task ->
                        text.append(text.length() > 1 ? "," : "")
                                .append("'")
                                .append(name)
                                .append("':[{'return':1},{'throw':{'error':'E'}},{'return':2}]");
                    case dev.encargo.local.workflow.definition.State.Parallel parallel ->
                        parallel.branches().forEach(branch -> names(branch, text));
                    case dev.encargo.local.workflow.definition.State.Map map -> names(map.processor(), text);
                    default -> {}
                }
            });
        }

        @Test
        void ends_the_same_whether_or_not_it_is_written_and_read_between_steps() {
            for (int seed = 0; seed < 300; seed++) {
                String text = flow(new Random(seed), "s", 2);
                Definition machine = Running.definition(text);
                List<HistoryEvent> kept = new java.util.ArrayList<>();
                List<HistoryEvent> unkept = new java.util.ArrayList<>();
                Execution one = run(machine, execution -> Execution.read(execution.write()), kept);
                Execution other = run(machine, UnaryOperator.identity(), unkept);
                assertThat(one.write()).as("seed %d: %s", seed, text).isEqualTo(other.write());
                assertThat(kept).as("seed %d", seed).isEqualTo(unkept);
                assertThat(one.status()).isIn(Status.SUCCEEDED, Status.FAILED);
            }
        }

        @Test
        void asks_again_for_exactly_what_it_waits_for() {
            for (int seed = 0; seed < 100; seed++) {
                Definition machine = Running.definition(flow(new Random(seed), "s", 2));
                Interpreter engine = new Interpreter(machine);
                run(
                        machine,
                        execution -> {
                            if (execution.status() == Status.RUNNING) {
                                assertThat(engine.outstanding(execution, START)).isNotEmpty();
                            }
                            return execution;
                        },
                        new java.util.ArrayList<>());
            }
        }
    }
}
