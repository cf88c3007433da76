package dev.encargo.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The template is the program: what is taken out of a copy is gone from the model.
class ChangingTheTemplateTest {

    @TempDir
    Path folder;

    @Test
    void a_copy_elsewhere_reads_the_same() {
        assertThat(read(text -> text).functions()).hasSameSizeAs(RealTemplateTest.STACK.functions());
    }

    @Test
    void a_retry_policy_that_is_changed_is_changed() {
        Stack stack = read(text -> text.replace("MaximumRetryAttempts: 185", "MaximumRetryAttempts: 3"));
        assertThat(stack.rules().values())
                .allSatisfy(rule -> assertThat(rule.targets().getFirst().retry().maximumRetries())
                        .isEqualTo(3));
    }

    @Test
    void a_redrive_policy_that_is_taken_out_is_gone() {
        Stack stack = read(text -> text.replace("""
                      RedrivePolicy:
                        deadLetterTargetArn: !GetAtt CustomerMailDeadLetters.Arn
                        maxReceiveCount: 5
                """, ""));
        assertThat(stack.queues().get("CustomerMail").redrive()).isEmpty();
        assertThat(stack.queues().get("OrderFacts").redrive()).isPresent();
    }

    private Stack read(UnaryOperator<String> change) {
        Path from = RealTemplateTest.FILE.getParent();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
            Path template = folder.resolve("template.yaml");
            Files.writeString(template, change.apply(Files.readString(template)));
            return StackReader.read(template, StackOptions.laptop(8123));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
