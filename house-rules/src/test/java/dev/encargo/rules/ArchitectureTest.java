package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import dev.encargo.rules.broken.console.Unheard;
import dev.encargo.rules.broken.contracts.Wordy;
import dev.encargo.rules.broken.notifications.NotifyingOrders;
import dev.encargo.rules.broken.orders.Late;
import dev.encargo.rules.broken.orders.Waiting;
import dev.encargo.rules.broken.orders.model.ImpureModel;
import dev.encargo.rules.broken.orders.usecase.Constant;
import dev.encargo.rules.broken.orders.usecase.Hasty;
import dev.encargo.rules.broken.orders.usecase.Remembering;
import dev.encargo.rules.broken.orders.usecase.Worldly;
import java.lang.reflect.Member;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final Arrows ARROWS = new Arrows(Code.ROOT);
    private static final Arrows BROKEN_ARROWS = new Arrows(Code.BROKEN);
    private static final ContextRules CONTEXTS = new ContextRules(Code.ROOT);
    private static final ContextRules BROKEN_CONTEXTS = new ContextRules(Code.BROKEN);

    @TempDir
    Path scratch;

    @Test
    void every_module_uses_only_what_its_arrows_allow() {
        holds(ARROWS.modulesUseOnlyWhatTheirArrowsAllow());
        fails(BROKEN_ARROWS.modulesUseOnlyWhatTheirArrowsAllow(), NotifyingOrders.class);
    }

    @Test
    void a_module_without_arrows_is_refused() {
        assertThat(violations(BROKEN_ARROWS.modulesUseOnlyWhatTheirArrowsAllow(), Unheard.class))
                .singleElement()
                .asString()
                .contains("console");
    }

    @Test
    void contexts_never_import_each_other() {
        holds(ARROWS.contextsNeverImportEachOther());
        fails(BROKEN_ARROWS.contextsNeverImportEachOther(), NotifyingOrders.class);
    }

    @Test
    void contracts_depend_on_nothing_but_the_jdk() {
        holds(ARROWS.contractsDependOnTheJdkAlone());
        fails(BROKEN_ARROWS.contractsDependOnTheJdkAlone(), Wordy.class);
    }

    @Test
    void only_platform_aws_and_the_emulator_import_the_aws_sdk_or_a_database_driver_of_aws() {
        holds(ARROWS.onlyPlatformAwsAndTheEmulatorImportTheAwsSdk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "software.amazon.awssdk.services.sqs.SqsClient",
                "com.amazonaws.AmazonClientException",
                "com.amazonaws.services.dynamodbv2.AmazonDynamoDB",
                "com.mongodb.client.MongoClient",
                "org.bson.Document"
            })
    void the_sdk_is_found_in_a_context_and_not_in_platform_aws(String type) {
        ArchRule rule = ARROWS.onlyPlatformAwsAndTheEmulatorImportTheAwsSdk();
        assertThat(Code.violations(rule, Bytecode.using(type, "dev.encargo.orders.Selling", scratch)))
                .hasSize(1);
        assertThat(Code.violations(rule, Bytecode.using(type, "dev.encargo.aws.Selling", scratch)))
                .isEmpty();
    }

    @Test
    void no_context_performs_an_effect() {
        holds(CONTEXTS.contextsPerformNoEffect());
        failsIn(methods(Hasty.class), BROKEN_CONTEXTS.contextsPerformNoEffect());
    }

    @Test
    void no_context_reaches_the_outside_world_past_its_ports() {
        holds(CONTEXTS.contextsDoNotReachTheOutsideWorld());
        failsIn(methods(Worldly.class), BROKEN_CONTEXTS.contextsDoNotReachTheOutsideWorld());
    }

    @Test
    void no_mutable_static_state_in_a_context() {
        holds(CONTEXTS.contextsHaveNoMutableStaticState());
        failsIn(fields(Remembering.class), BROKEN_CONTEXTS.contextsHaveNoMutableStaticState());
        assertThat(violations(BROKEN_CONTEXTS.contextsHaveNoMutableStaticState(), Constant.class))
                .isEmpty();
    }

    @Test
    void the_platform_is_asked_only_in_a_functions_constructor() {
        holds(CONTEXTS.platformIsAskedOnlyInAFunctionsConstructor());
        failsIn(methods(Late.class), BROKEN_CONTEXTS.platformIsAskedOnlyInAFunctionsConstructor());
    }

    @Test
    void a_class_is_loaded_without_waiting_for_json() {
        holds(ARROWS.classesAreLoadedWithoutWaitingForJson());
        fails(BROKEN_ARROWS.classesAreLoadedWithoutWaitingForJson(), Waiting.class);
    }

    @Test
    void model_classes_are_pure() {
        holds(ARROWS.modelsArePure());
        fails(BROKEN_ARROWS.modelsArePure(), ImpureModel.class);
    }

    @Test
    void the_rules_look_at_every_class_of_every_module() {
        assertThat(Code.overlooked(Sources.main(), Code.MAIN)).isEmpty();
        assertThat(Code.overlooked(Sources.main(), Code.fixture(Late.class))).hasSizeGreaterThan(100);
    }

    private static void holds(ArchRule rule) {
        assertThat(Code.violations(rule, Code.MAIN)).isEmpty();
    }

    private static void fails(ArchRule rule, Class<?> fixture) {
        assertThat(violations(rule, fixture)).isNotEmpty();
    }

    /// Each of the members is a violation of its own.
    private static void failsIn(List<Member> members, ArchRule rule) {
        List<String> found = violations(rule, members.getFirst().getDeclaringClass());
        assertThat(members)
                .allSatisfy(member -> assertThat(found)
                        .as(member.getName())
                        .anyMatch(violation -> violation.matches("(?s).*\\Q"
                                + member.getDeclaringClass().getSimpleName() + "." + member.getName() + "\\E\\b.*")));
    }

    private static List<String> violations(ArchRule rule, Class<?> fixture) {
        return Code.violations(rule, Code.fixture(fixture));
    }

    private static List<Member> methods(Class<?> fixture) {
        return written(fixture.getDeclaredMethods());
    }

    private static List<Member> fields(Class<?> fixture) {
        return written(fixture.getDeclaredFields());
    }

    private static List<Member> written(Member[] members) {
        return Stream.of(members).filter(member -> !member.isSynthetic()).toList();
    }
}
