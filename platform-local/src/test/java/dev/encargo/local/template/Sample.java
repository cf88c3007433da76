package dev.encargo.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusal;
import dev.encargo.local.template.source.TemplateRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small template in a folder of its own.
record Sample(Path folder, StackOptions options) {

    static Sample in(Path folder) {
        return new Sample(folder, StackOptions.laptop(8123));
    }

    Sample with(String parameter, String value) {
        return new Sample(folder, options.with(parameter, value));
    }

    Sample file(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path template(String text) {
        file("template.yaml", text);
        return folder.resolve("template.yaml");
    }

    Stack read(String text) {
        return StackReader.read(template(text), options);
    }

    List<Refusal> refusals(String text) {
        Path file = template(text);
        TemplateRefused refused = catchThrowableOfType(TemplateRefused.class, () -> StackReader.read(file, options));
        assertThat(refused).as("the template should be refused").isNotNull();
        return refused.refusals();
    }

    /// The only refusal, as `line: what`.
    String refusal(String text) {
        List<Refusal> all = refusals(text);
        assertThat(all).hasSize(1);
        return all.getFirst().at().line() + ": " + all.getFirst().what().toString();
    }

    /// What a setting's value resolves to; `sections` stand before `Resources`.
    String value(String sections, String expression) {
        return read(setting(sections, expression)).parameters().get("Setting").value();
    }

    static String setting(String sections, String expression) {
        return sections + """
                Resources:
                  Setting:
                    Type: AWS::SSM::Parameter
                    Properties:
                      Type: String
                      Name: /setting
                      Value: %s
                  Messages:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: messages
                  Things:
                    Type: AWS::S3::Bucket
                """.formatted(expression);
    }
}
