package dev.encargo.aws.call;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/// Asks over light [Tls] as long as services accept it, and after the first refusal of a handshake by what Java itself
/// would offer and trust. A refused handshake has sent nothing of the request, so it is made again at once.
final class LightFirst implements SdkHttpClient {
    private final SdkHttpClient light;
    private final Supplier<SdkHttpClient> usual;
    private @Nullable SdkHttpClient instead;

    /// `usual` makes the client that is used once a handshake was refused.
    LightFirst(SdkHttpClient light, Supplier<SdkHttpClient> usual) {
        this.light = light;
        this.usual = usual;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        SdkHttpClient known = instead();
        return known == null ? new Attempt(request) : known.prepareRequest(request);
    }

    private synchronized @Nullable SdkHttpClient instead() {
        return instead;
    }

    private synchronized SdkHttpClient refused(SSLException why) {
        if (instead == null) {
            System.getLogger(LightFirst.class.getName())
                    .log(System.Logger.Level.WARNING, "AWS is asked over Java's own TLS: {0}", why.getMessage());
            instead = usual.get();
        }
        return Objects.requireNonNull(instead);
    }

    private final class Attempt implements ExecutableHttpRequest {
        private final HttpExecuteRequest request;
        private volatile ExecutableHttpRequest current;

        private Attempt(HttpExecuteRequest request) {
            this.request = request;
            this.current = light.prepareRequest(request);
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                return current.call();
            } catch (SSLHandshakeException | SSLProtocolException why) {
                current = refused(why).prepareRequest(request);
                return current.call();
            }
        }

        @Override
        public void abort() {
            current.abort();
        }
    }

    @Override
    public String clientName() {
        return light.clientName();
    }

    @Override
    public void close() {
        SdkHttpClient known = instead();
        light.close();
        if (known != null) {
            known.close();
        }
    }
}
