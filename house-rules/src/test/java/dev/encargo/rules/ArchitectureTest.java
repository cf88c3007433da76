package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import dev.encargo.rules.broken.notifications.NotifyingOrders;
import dev.encargo.rules.broken.orders.Impure;
import dev.encargo.rules.broken.orders.model.ImpureModel;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Arrows PRODUCT = new Arrows(Code.ROOT);
    private static final Arrows BROKEN = new Arrows("dev.encargo.rules.broken");

    @Test
    void every_module_uses_only_what_its_arrows_allow() {
        holds(Arrows::modulesUseOnlyWhatTheirArrowsAllow);
        fails(Arrows::modulesUseOnlyWhatTheirArrowsAllow, NotifyingOrders.class);
    }

    @Test
    void contexts_never_import_each_other() {
        holds(Arrows::contextsNeverImportEachOther);
        fails(Arrows::contextsNeverImportEachOther, NotifyingOrders.class);
    }

    @Test
    void only_platform_aws_imports_the_aws_sdk_or_a_database_driver_of_aws() {
        holds(Arrows::onlyPlatformAwsImportsTheAwsSdk);
    }

    @Test
    void no_clock_environment_or_console_in_a_context() {
        holds(Arrows::contextsHaveNoClockEnvironmentOrConsole);
        fails(Arrows::contextsHaveNoClockEnvironmentOrConsole, Impure.class);
    }

    @Test
    void no_mutable_static_state_in_a_context() {
        holds(Arrows::contextsHaveNoMutableStaticState);
        fails(Arrows::contextsHaveNoMutableStaticState, Impure.class);
    }

    @Test
    void the_platform_is_asked_only_in_a_functions_constructor() {
        holds(Arrows::platformIsAskedOnlyInAFunctionsConstructor);
        fails(Arrows::platformIsAskedOnlyInAFunctionsConstructor, Impure.class);
    }

    @Test
    void model_classes_are_pure() {
        holds(Arrows::modelsArePure);
        fails(Arrows::modelsArePure, ImpureModel.class);
    }

    @Test
    void the_rules_look_at_every_module() {
        for (String module : new String[] {"contracts", "platform", "local", "providers", "orders", "payments"}) {
            assertThat(Code.MAIN.stream().filter(type -> Code.isUnder(type, Code.ROOT + "." + module)))
                    .as("classes of " + module)
                    .isNotEmpty();
        }
    }

    private static void holds(Function<Arrows, ArchRule> rule) {
        assertThat(Code.violations(rule.apply(PRODUCT), Code.MAIN)).isEmpty();
    }

    private static void fails(Function<Arrows, ArchRule> rule, Class<?> fixture) {
        assertThat(Code.violations(rule.apply(BROKEN), Code.fixture(fixture))).isNotEmpty();
    }
}
