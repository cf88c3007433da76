package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.source.Json;
import dev.encargo.local.template.source.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// `AWS::Serverless::Api` with its OpenAPI document.
final class ApiReader {

    private ApiReader() {}

    static void read(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        Optional<Node> body = properties.node("DefinitionBody");
        if (body.isEmpty()) {
            properties.refuse(
                    resource.at(),
                    english("The API has no DefinitionBody"),
                    english("Its OpenAPI document says which calls exist"));
        }
        Node document = body.orElseGet(() -> Node.none(resource.at()));
        List<ApiResource.MethodSetting> settings = properties.children("MethodSettings").stream()
                .map(ApiReader::setting)
                .toList();
        draft.add(new ApiResource(
                resource.id(),
                properties.text("Name").orElse(resource.id()),
                properties.required("StageName"),
                Json.of(document),
                document,
                settings,
                resource.at()));
    }

    private static ApiResource.MethodSetting setting(Properties declared) {
        return new ApiResource.MethodSetting(
                declared.required("ResourcePath"),
                declared.required("HttpMethod").toUpperCase(Locale.ROOT),
                rate(declared),
                declared.number("ThrottlingBurstLimit", 0, 1_000_000),
                declared.at());
    }

    private static OptionalDouble rate(Properties declared) {
        Optional<String> rate = declared.text("ThrottlingRateLimit");
        if (rate.isPresent() && rate.get().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return OptionalDouble.of(Double.parseDouble(rate.get()));
        }
        rate.ifPresent(text -> declared.refuse(
                declared.at("ThrottlingRateLimit"),
                english("%s is no rate", text),
                english("It is a number of calls a second")));
        return OptionalDouble.empty();
    }
}
