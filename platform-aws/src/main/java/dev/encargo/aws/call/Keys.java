package dev.encargo.aws.call;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Who asks AWS, as its own variables say. They do not change while a process lives.
public final class Keys {

    private Keys() {}

    /// `required` gives a variable or throws; `token` is that of keys that end, `AWS_SESSION_TOKEN`.
    public static AwsCredentialsProvider of(Function<String, String> required, @Nullable String token) {
        String key = required.apply("AWS_ACCESS_KEY_ID");
        String secret = required.apply("AWS_SECRET_ACCESS_KEY");
        AwsCredentials keys = token == null
                ? AwsBasicCredentials.create(key, secret)
                : AwsSessionCredentials.create(key, secret, token);
        return StaticCredentialsProvider.create(keys);
    }
}
