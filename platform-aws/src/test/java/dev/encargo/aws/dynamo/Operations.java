package dev.encargo.aws.dynamo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Which operations a client was asked for, and which the template's roles allow on its table: the emulator allows
/// all.
final class Operations implements ExecutionInterceptor {
    private static final Pattern ALLOWED = Pattern.compile("Action: \\[(dynamodb:[^]]+)]");

    final Set<String> asked = new ConcurrentSkipListSet<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        asked.add("dynamodb:" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }

    static Set<String> allowed() {
        Path template = Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml");
        try {
            return ALLOWED.matcher(Files.readString(template))
                    .results()
                    .map((MatchResult found) -> found.group(1).split(", "))
                    .flatMap(Arrays::stream)
                    .collect(Collectors.toSet());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
