package dev.encargo.aws.dynamo;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// Loses answers: the call arrives and is carried out, and nobody learns it.
final class LossyHttp implements SdkHttpClient {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();

    /// Loses the answers of the next `count` writes.
    void lose(int count) {
        lost.set(count);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest real = http.prepareRequest(request);
        boolean writes = request.httpRequest()
                .firstMatchingHeader("X-Amz-Target")
                .filter(target -> target.endsWith(".PutItem"))
                .isPresent();
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse answer = real.call();
                if (writes && lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IOException("the answer was lost");
                }
                calls.addAndGet(writes ? 1 : 0);
                return answer;
            }

            @Override
            public void abort() {
                real.abort();
            }
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
