package dev.encargo.aws.ports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Mail;
import dev.encargo.platform.Mail.MailRefused;
import dev.encargo.platform.Unavailable;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/// Refusals that the emulator never gives, and what they mean to a function.
class RefusalsTest {

    private static AwsErrorDetails code(String code) {
        return AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage("ada@example.com is not to be told")
                .build();
    }

    private record RefusingSes(SesV2Exception refusal) implements SesV2Client {
        @Override
        public SendEmailResponse sendEmail(SendEmailRequest request) {
            throw refusal;
        }

        @Override
        public String serviceName() {
            return "ses";
        }

        @Override
        public void close() {
            // it holds nothing
        }
    }

    private static void send(SesV2Exception refusal) {
        new SesMail(() -> new RefusingSes(refusal), () -> "mail-test")
                .send(new Mail.Message(
                        "evt_1", "orders@encargo.example", "ada@example.com", "Your order", "text", "<p>text</p>"));
    }

    static List<SesV2Exception> ofTheMail() {
        return List.of(
                (SesV2Exception) MessageRejectedException.builder()
                        .awsErrorDetails(code("MessageRejected"))
                        .build(),
                (SesV2Exception) BadRequestException.builder()
                        .awsErrorDetails(code("BadRequestException"))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("ofTheMail")
    void a_mail_that_is_refused_is_refused_for_good_and_nobodys_address_told(SesV2Exception refusal) {
        assertThatThrownBy(() -> send(refusal)).isInstanceOf(MailRefused.class).hasMessageNotContaining("example.com");
    }

    static List<SesV2Exception> ofTheAccount() {
        return List.of(
                (SesV2Exception) SendingPausedException.builder().build(),
                (SesV2Exception) AccountSuspendedException.builder().build(),
                (SesV2Exception) MailFromDomainNotVerifiedException.builder().build(),
                (SesV2Exception) LimitExceededException.builder().build(),
                (SesV2Exception)
                        TooManyRequestsException.builder().statusCode(429).build());
    }

    @ParameterizedTest
    @MethodSource("ofTheAccount")
    void a_mail_waits_for_what_ails_the_account(SesV2Exception refusal) {
        assertThatThrownBy(() -> send(refusal)).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_configuration_set_that_is_missing_is_a_fault() {
        SesV2Exception missing =
                (SesV2Exception) NotFoundException.builder().statusCode(404).build();
        assertThatThrownBy(() -> send(missing)).isSameAs(missing);
    }

    private record RefusingS3(S3Exception refusal) implements S3Client {
        @Override
        public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
            throw refusal;
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {
            // it holds nothing
        }
    }

    private static void put(S3Exception refusal) {
        Supplier<S3Presigner> none = () -> {
            throw new IllegalStateException("nothing is signed here");
        };
        new S3Files(() -> new RefusingS3(refusal), none, () -> "files").put("a.pdf", new byte[1], "application/pdf");
    }

    @Test
    void a_file_that_arrived_damaged_may_be_sent_again() {
        assertThatThrownBy(() -> put(refusal("BadDigest"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_file_that_may_not_be_stored_is_a_fault() {
        S3Exception denied = refusal("AccessDenied");
        assertThatThrownBy(() -> put(denied)).isSameAs(denied);
    }

    private static S3Exception refusal(String code) {
        return (S3Exception) S3Exception.builder()
                .statusCode(400)
                .awsErrorDetails(code(code))
                .build();
    }
}
