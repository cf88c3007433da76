package dev.encargo.aws.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.aws.Deployed;
import dev.encargo.aws.emulator.Emulator;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.rotation.RotateWebhookSecretFunction;
import dev.encargo.platform.rotation.RotationRefused;
import dev.encargo.platform.testing.MemoryPlatform;
import dev.encargo.platform.webhook.SignatureCheck;
import dev.encargo.platform.webhook.Signed;
import dev.encargo.platform.webhook.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/// The function as it is deployed, on moto's Secrets Manager. moto begins a rotation as AWS does: with a pending
/// version that holds nothing.
class RotatingWebhookSecretsTest {
    private static final List<String> STEPS = List.of("createSecret", "setSecret", "testSecret", "finishSecret");
    private static final String FIRST = "the-value-that-the-template-made";

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    private final SecretsManagerClient vault = AWS.connection().client(SecretsManagerClient.builder());
    private final String secret = Emulator.fresh("encargo/test/payment-webhook");
    private final List<String> lines = new ArrayList<>();
    private final RotateWebhookSecretFunction function = ScopedValue.where(
                    Platform.SCOPE,
                    Deployed.platform(Map.of("AWS_ENDPOINT_URL", AWS.address().toString()), lines))
            .call(RotateWebhookSecretFunction::new);

    @BeforeEach
    void the_template_has_made_it() {
        vault.createSecret(request -> request.name(secret).secretString(FIRST));
    }

    /// What Secrets Manager does before it calls the function; gives the version that is to become the current one.
    private String begin() {
        String token = UUID.randomUUID().toString();
        vault.rotateSecret(request -> request.secretId(secret)
                .clientRequestToken(token)
                .rotationLambdaARN("arn:aws:lambda:eu-west-1:123456789012:function:nobody-answers"));
        return token;
    }

    private void step(String step, String token) {
        String event = "{\"Step\":\"" + step + "\",\"SecretId\":\"" + secret + "\",\"ClientRequestToken\":\"" + token
                + "\",\"RotationToken\":\"of-no-use-here\"}";
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayOutputStream(),
                    null);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String rotated() {
        String token = begin();
        STEPS.forEach(step -> step(step, token));
        return token;
    }

    private void told(String version) {
        vault.updateSecretVersionStage(
                request -> request.secretId(secret).versionStage("TOLD").moveToVersionId(version));
    }

    private Map<String, List<String>> labels() {
        return vault.describeSecret(request -> request.secretId(secret)).versionIdsToStages();
    }

    private GetSecretValueResponse current() {
        return vault.getSecretValue(request -> request.secretId(secret).versionStage("AWSCURRENT"));
    }

    /// Those of a function that was started now.
    private Secrets secrets() {
        return Deployed.platform(
                        Map.of("AWS_ENDPOINT_URL", AWS.address().toString(), "SECRET_PAYMENT_WEBHOOK", secret), lines)
                .secrets();
    }

    private List<String> live() {
        return secrets().live("payment-webhook");
    }

    private Verdict verdict(String signedWith) throws GeneralSecurityException {
        return new SignatureCheck(secrets(), "payment-webhook", InstantSource.system())
                .check(Optional.of(Signed.header(signedWith, "{}", Instant.now())), "{}");
    }

    @Nested
    class A_rotation {
        @Test
        void makes_a_new_value_and_keeps_the_one_before_it_live() throws GeneralSecurityException {
            String before = current().versionId();
            String token = rotated();
            assertThat(live()).hasSize(2).last().isEqualTo(FIRST);
            assertThat(live().getFirst()).matches("[A-Za-z0-9]{48}");
            assertThat(labels()).isEqualTo(Map.of(token, List.of("AWSCURRENT"), before, List.of("AWSPREVIOUS")));
            assertThat(verdict(FIRST)).isEqualTo(Verdict.GENUINE);
            assertThat(verdict(live().getFirst())).isEqualTo(Verdict.GENUINE);
        }

        @Test
        void refuses_what_is_signed_with_the_value_before_the_one_before() throws GeneralSecurityException {
            told(rotated());
            String second = live().getFirst();
            String third = rotated();
            assertThat(labels().get(third)).containsExactly("AWSCURRENT");
            assertThat(labels().values()).noneMatch(one -> one.contains("TOLD"));
            assertThat(live()).hasSize(2).last().isEqualTo(second);
            assertThat(verdict(second)).isEqualTo(Verdict.GENUINE);
            assertThat(verdict(FIRST)).isEqualTo(Verdict.FORGED);
        }

        @Test
        void tells_operators_and_never_the_value() {
            String token = rotated();
            assertThat(lines)
                    .anyMatch(line -> line.contains("WARN") && line.contains(secret) && line.contains(token))
                    .anyMatch(line -> line.contains("secrets.rotated"))
                    .noneMatch(line -> line.contains(live().getFirst()) || line.contains(FIRST));
        }

        @Test
        void may_repeat_each_of_its_steps() {
            String token = begin();
            step("createSecret", token);
            List<String> pending = live();
            for (String step : STEPS) {
                step(step, token);
                step(step, token);
            }
            STEPS.forEach(step -> step(step, token));
            assertThat(live()).isEqualTo(pending);
            assertThat(labels().get(token)).containsExactly("AWSCURRENT");
        }

        @Test
        void keeps_both_values_live_while_it_is_under_way() {
            told(rotated());
            List<String> before = live();
            step("createSecret", begin());
            assertThat(live()).hasSize(3).endsWith(before.getFirst(), before.getLast());
        }

        @Test
        void is_tested_with_the_value_of_now_when_its_schedule_is_made() {
            String token = UUID.randomUUID().toString();
            vault.rotateSecret(request -> request.secretId(secret)
                    .clientRequestToken(token)
                    .rotateImmediately(false)
                    .rotationLambdaARN("arn:aws:lambda:eu-west-1:123456789012:function:nobody-answers"));
            step("testSecret", token);
            assertThat(current().secretString()).isEqualTo(FIRST);
        }
    }

    @Nested
    class A_rotation_is_refused {
        @Test
        void as_long_as_nobody_has_said_that_the_outside_party_knows_the_value_of_now() {
            String first = rotated();
            List<String> before = live();
            String token = begin();
            assertThatThrownBy(() -> step("createSecret", token))
                    .isInstanceOf(RotationRefused.class)
                    .hasMessageContaining(secret)
                    .hasMessageContaining("TOLD")
                    .hasMessageContaining(first);
            assertThat(live()).isEqualTo(before);
            assertThat(labels().getOrDefault(token, List.of())).isEmpty();

            told(first);
            rotated();
            assertThat(live()).doesNotContain(before.getLast());
        }

        @Test
        void towards_a_version_that_does_not_exist() {
            refused("createSecret", UUID.randomUUID().toString(), "is not pending");
        }

        @Test
        void towards_a_version_that_is_not_pending() {
            String former = current().versionId();
            rotated();
            refused("finishSecret", former, "is not pending");
        }

        @Test
        void before_its_new_value_was_made() {
            String token = begin();
            for (String step : STEPS.subList(1, STEPS.size())) {
                refused(step, token, "holds nothing");
            }
        }

        @Test
        void when_the_pending_value_would_refuse_what_is_signed_now() {
            String token = begin();
            vault.putSecretValue(request -> request.secretId(secret)
                    .clientRequestToken(token)
                    .versionStages("AWSPENDING")
                    .secretString("{\"current\":\"another\"}"));
            refused("testSecret", token, "would refuse what is signed now");
        }

        @Test
        void on_a_host_that_has_no_secrets_manager() {
            assertThatThrownBy(() -> ScopedValue.where(Platform.SCOPE, new MemoryPlatform())
                            .call(RotateWebhookSecretFunction::new))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("which is on AWS");
        }

        @Test
        void by_a_step_that_is_none() {
            refused("dropSecret", begin(), "there is no step dropSecret");
        }

        private void refused(String step, String token, String why) {
            String before = current().secretString();
            assertThatThrownBy(() -> step(step, token))
                    .isInstanceOf(RotationRefused.class)
                    .hasMessageContaining(why);
            assertThat(current().secretString()).isEqualTo(before);
        }

        @Test
        void of_a_secret_that_does_not_exist() {
            vault.deleteSecret(request -> request.secretId(secret).forceDeleteWithoutRecovery(true));
            assertThatThrownBy(() -> step("createSecret", "t")).isInstanceOf(SecretsManagerException.class);
        }
    }
}
