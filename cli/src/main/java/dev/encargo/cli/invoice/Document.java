package dev.encargo.cli.invoice;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// An issued document: its number and its PDF.
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Document(String number, byte[] pdf) {

    /// Fetches what a short-lived link leads to; its last part is named for the number.
    static Document behind(URI link) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(link).timeout(Duration.ofSeconds(30)).build();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw failed(say("The link was answered %d.", answer.statusCode()));
            }
            return new Document(number(link), answer.body());
        } catch (IOException fault) {
            throw failed(String.valueOf(fault.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    Refusal.INTERRUPTED, say("Interrupted."), say("Nothing was written."), say("Run it again."));
        }
    }

    private static String number(URI link) {
        String path = link.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".pdf") ? name.substring(0, name.length() - ".pdf".length()) : name;
    }

    private static Refusal failed(String why) {
        return new Refusal(
                Refusal.FAILED,
                say("The document could not be fetched."),
                why,
                say("Nothing was written. Run it again: a link lives for minutes only."));
    }
}
