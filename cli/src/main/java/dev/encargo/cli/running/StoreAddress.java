package dev.encargo.cli.running;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.WrongValue;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.KeptDocuments;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Where a server keeps documents, as it is given: `mongodb://…` or `dynamodb:…`.
public record StoreAddress(String given) {
    private static final List<String> EXAMPLES = List.of("mongodb://127.0.0.1:27017", "dynamodb:http://127.0.0.1:8000");
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/]*@");

    /// The address for people to read, without user and password.
    public String shown() {
        return CREDENTIALS.matcher(given).replaceFirst("//");
    }

    public boolean isSameAs(StoreAddress other) {
        return shown().equals(other.shown());
    }

    /// Does something with the documents there, those called `name` where the address names none.
    ///
    /// @throws WrongValue where the address is none
    /// @throws Refusal where the server does not do it
    public <T> T use(String name, Function<KeptDocuments, T> work) {
        try (KeptDocuments kept = open(name)) {
            return asking(() -> work.apply(kept));
        }
    }

    /// The documents there, those called `name` where the address names none.
    ///
    /// @throws WrongValue where the address is none
    public KeptDocuments open(String name) {
        try {
            return asking(
                    () -> Servers.open(given, name).orElseThrow(() -> unusable(say("No store has such an address."))));
        } catch (IllegalArgumentException misunderstood) {
            throw unusable(say(
                    "It cannot be read: %s.",
                    String.valueOf(misunderstood.getMessage()).replaceFirst("[. ]+$", "")));
        }
    }

    private WrongValue unusable(String why) {
        List<String> ofThisKind = EXAMPLES.stream()
                .filter(example -> given.startsWith(example.substring(0, example.indexOf(':'))))
                .toList();
        List<String> examples = ofThisKind.isEmpty() ? EXAMPLES : ofThisKind;
        return WrongValue.of("--store", shown(), why, examples.toArray(String[]::new));
    }

    /// What the server there answers.
    ///
    /// @throws Refusal where it does not do it
    public <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (Unavailable fault) {
            throw new Refusal(
                    Refusal.NOT_RUNNING,
                    say("The store %s does not do what is asked.", shown()),
                    say("It says: %s", reason(fault)),
                    say("See that it runs there and lets you in, then run this again."));
        }
    }

    private static String reason(Unavailable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
