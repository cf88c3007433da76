package dev.encargo.local.host;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.function.Functions;
import dev.encargo.local.http.Mount;
import dev.encargo.local.http.api.RestApi;
import dev.encargo.local.http.files.SignedLinks;
import dev.encargo.local.http.files.StoredFile;
import dev.encargo.local.http.wire.Handler;
import dev.encargo.local.ports.LinkSigner;
import dev.encargo.local.ports.LocalFiles;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the host serves: the template's API and the files behind signed links.
final class Front {
    private final RestApi api;
    private final SignedLinks links;

    Front(Stack stack, Functions functions, HostClock clock, Path buckets, Path data, int port) throws IOException {
        this.api = RestApi.of(stack, only(stack), functions::answer, clock, port);
        this.links = new SignedLinks(
                data.resolve("links.key"),
                URI.create("http://127.0.0.1:" + port),
                clock,
                path -> LocalFiles.open(buckets, path).map(content -> served(path, content)));
    }

    LinkSigner links() {
        return links::link;
    }

    private static ApiResource only(Stack stack) {
        return stack.apis().values().iterator().next();
    }

    /// Refuses a template that has not one API, or whose API says what would not be done.
    static void check(Stack stack, Refusals refusals) {
        if (stack.apis().size() == 1) {
            RestApi.check(stack, only(stack), refusals);
        } else {
            refusals.add(
                    Position.startOf(stack.file()),
                    english("The template has %s REST APIs", stack.apis().size()),
                    english("The local host serves one, on one port"),
                    english("Declare one AWS::Serverless::Api"));
        }
    }

    Handler api() {
        return api;
    }

    List<Mount> mounts(List<Mount> more) {
        List<Mount> all = new ArrayList<>(more);
        all.add(links.mount());
        return all;
    }

    /// The functions that the API calls: somebody waits for their writes.
    Set<String> callers() {
        return api.functions();
    }

    private static StoredFile served(String path, byte[] content) {
        String type = path.endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
        return new StoredFile(content, type, LocalFiles.sha256(content));
    }
}
