package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.ParameterResource;
import dev.encargo.local.template.model.SecretResource;
import java.util.Optional;

/// `AWS::SSM::Parameter` and `AWS::SecretsManager::Secret`.
final class SettingsReader {

    private SettingsReader() {}

    static void readParameter(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        draft.add(new ParameterResource(
                resource.id(),
                draft.name(resource),
                properties.required("Type"),
                properties.required("Value"),
                resource.at()));
    }

    static void readSecret(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        Optional<String> value = properties.text("SecretString");
        if (value.isPresent() == properties.has("GenerateSecretString")) {
            properties.refuse(
                    resource.at(),
                    english("A secret has either SecretString or GenerateSecretString"),
                    english("One of them says what it holds"));
        }
        draft.add(new SecretResource(
                resource.id(), draft.name(resource), draft.ref(resource), value, generated(properties), resource.at()));
    }

    private static Optional<SecretResource.Generated> generated(Properties properties) {
        if (!properties.has("GenerateSecretString")) {
            return Optional.empty();
        }
        Properties declared = properties.child("GenerateSecretString");
        return Optional.of(new SecretResource.Generated(
                declared.number("PasswordLength", 32, 1, 4096),
                declared.text("ExcludeCharacters").orElse(""),
                !declared.flag("ExcludePunctuation", false),
                !declared.flag("ExcludeNumbers", false),
                !declared.flag("ExcludeUppercase", false),
                !declared.flag("ExcludeLowercase", false),
                declared.text("SecretStringTemplate"),
                declared.text("GenerateStringKey")));
    }
}
