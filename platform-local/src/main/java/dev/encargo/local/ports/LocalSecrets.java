package dev.encargo.local.ports;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.template.model.SecretResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The template's secrets, generated once into a file that only its owner may read. Newest value first.
public final class LocalSecrets implements Secrets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Path file;
    private final Map<String, String> names;
    private volatile Map<String, List<String>> values;

    public LocalSecrets(Path file, Stack stack) {
        this.file = file;
        Map<String, List<String>> known = new LinkedHashMap<>(read());
        for (SecretResource secret : stack.secrets().values()) {
            known.computeIfAbsent(secret.name(), _ -> List.of(value(secret)));
        }
        this.names = stack.secrets().values().stream()
                .collect(Collectors.toUnmodifiableMap(SecretResource::arn, SecretResource::name));
        this.values = known;
        write(known);
    }

    /// The name of the secret that has an ARN.
    String named(String arn) {
        return Optional.ofNullable(names.get(arn))
                .orElseThrow(() -> new IllegalStateException("the template has no secret " + arn));
    }

    @Override
    public List<String> live(String name) {
        return values.entrySet().stream()
                .filter(secret ->
                        secret.getKey().equals(name) || secret.getKey().endsWith("/" + name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the template has no secret '" + name + "'"));
    }

    @Override
    public List<String> reread(String name) {
        values = read();
        return live(name);
    }

    private static String value(SecretResource secret) {
        return secret.value().orElseGet(() -> {
            int length =
                    secret.generated().map(SecretResource.Generated::length).orElse(32);
            SecureRandom random = new SecureRandom();
            StringBuilder value = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            return value.toString();
        });
    }

    private Map<String, List<String>> read() {
        try {
            return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {}) : Map.of();
        } catch (IOException fault) {
            throw new Unavailable("secrets", fault);
        }
    }

    private void write(Map<String, List<String>> all) {
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(aside);
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new Unavailable("secrets", fault);
        }
    }
}
