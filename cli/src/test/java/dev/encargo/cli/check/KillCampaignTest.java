package dev.encargo.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.Encargo;
import dev.encargo.cli.Encargo.Ended;
import dev.encargo.cli.running.HostChoice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("F13, F14, F87: a host that is killed while it works")
class KillCampaignTest {
    private static final int KILLS = 6;
    private static final int CUSTOMERS = 8;
    private static final int MOST_ANSWERS = 150;
    private static final int PATIENCE_MINUTES = 3;
    private static final long SEED = Long.getLong("encargo.seed", System.currentTimeMillis());

    @TempDir
    private Path folder;

    private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Semaphore answers = new Semaphore(0);
    private final AtomicInteger cutOff = new AtomicInteger();
    private volatile boolean closing;

    /// An order that a customer wants, and where it may end.
    private record Wish(String method, String sku, boolean changesMind, Set<String> ends) {
        private static final List<Wish> KINDS = List.of(
                new Wish("pm_ok", "TEE", false, Set.of("PAID")),
                new Wish("pm_ok", "MUG", false, Set.of("PAID")),
                new Wish("pm_duplicate_webhook", "TEE", false, Set.of("PAID")),
                new Wish("pm_error_then_paid", "TEE", false, Set.of("PAID")),
                new Wish("pm_declined", "TEE", false, Set.of("REJECTED")),
                new Wish("pm_ok", "SKU-NONE", false, Set.of("REJECTED")),
                new Wish("pm_ok", "TEE", true, Set.of("CANCELED")));
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void has_done_every_accepted_order_once_with_effects_in_the_write() throws Exception {
        campaign();
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void has_done_every_accepted_order_once_with_effects_by_the_relay() throws Exception {
        campaign("--effects", "relay");
    }

    private void campaign(String... options) throws Exception {
        Random chance = new Random(SEED);
        try (MortalHost host = new MortalHost(folder, options);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable _ = clients::shutdownNow) {
            host.start();
            List<Future<?>> shopping = new ArrayList<>();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                String name = "customer-" + customer;
                Random taste = new Random(SEED + customer);
                shopping.add(clients.submit(() -> shopOn(host, name, taste)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                awaitAnswers(1 + chance.nextInt(MOST_ANSWERS));
                host.kill();
                host.start();
            }
            awaitAnswers(CUSTOMERS);
            closing = true;
            for (Future<?> client : shopping) {
                client.get();
            }
            assertThat(cutOff).as("calls that a kill cut off").hasPositiveValue();
            nothingIsWrong(host);
            for (String later : List.of("+2m", "+2h")) {
                tryDeadLettersAgain(host);
                run(host, "clock", later);
            }
            tryDeadLettersAgain(host);
            everythingHasEnded(host);
        } catch (AssertionError | Exception wrong) {
            throw new AssertionError("with -Dencargo.seed=" + SEED, wrong);
        }
    }

    /// Lets a host work until its customers have got so many answers.
    private void awaitAnswers(int count) throws InterruptedException {
        answers.drainPermits();
        assertThat(answers.tryAcquire(count, PATIENCE_MINUTES, TimeUnit.MINUTES))
                .as("%d answers", count)
                .isTrue();
    }

    /// One order after the other, through all deaths of the host, until the last.
    private @Nullable Void shopOn(MortalHost host, String customer, Random taste)
            throws InterruptedException, IOException {
        for (int number = 0; !closing; number++) {
            String key = customer + "-" + number;
            Wish wish = Wish.KINDS.get(taste.nextInt(Wish.KINDS.size()));
            wishes.put(key, wish);
            shop(host, key, wish);
        }
        return null;
    }

    private void shop(MortalHost host, String key, Wish wish) throws InterruptedException, IOException {
        HttpResponse<String> answer = answered(host, shop -> shop.place(key, wish.method, wish.sku));
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(201);
        String id = Evidence.json(answer.body()).path("id").asText();
        accepted.put(key, id);
        if (wish.changesMind) {
            HttpResponse<String> canceled = answered(host, shop -> shop.cancel(id));
            assertThat(canceled.statusCode()).as("%s", canceled.body()).isIn(200, 202);
        }
    }

    private interface Call {
        HttpResponse<String> by(Shop shop) throws IOException, InterruptedException;
    }

    /// Tries the same again while the host is dead, busy with the first try, or unable.
    private HttpResponse<String> answered(MortalHost host, Call call) throws InterruptedException {
        while (true) {
            try {
                HttpResponse<String> answer = call.by(new Shop(host.api()));
                boolean later = answer.statusCode() >= 500
                        || answer.statusCode() == 429
                        || answer.headers().firstValue("Retry-After").isPresent();
                if (!later) {
                    answers.release();
                    return answer;
                }
            } catch (ConnectException dead) {
                // its address is known once it lives again
            } catch (IOException killed) {
                cutOff.incrementAndGet();
            }
        }
    }

    private static void nothingIsWrong(MortalHost host) throws Exception {
        run(host, "check", "--json");
    }

    /// Whoever is in flight at five kills is spent, as on AWS: it is explained, and an operator's redrive brings it
    /// to its end.
    private static void tryDeadLettersAgain(MortalHost host) throws Exception {
        List<Audit.DeadLetter> dead = Audit.of(new HostChoice(host.data())).deadLetters();
        assertThat(dead).allSatisfy(letter -> assertThat(letter.cause()).isNotEmpty());
        for (String queue :
                Set.copyOf(dead.stream().map(Audit.DeadLetter::queue).toList())) {
            run(host, "dlq", "redrive", queue);
        }
    }

    private static void run(MortalHost host, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--data", host.data().toString()));
        Ended ended = Encargo.run(host.data(), all.toArray(String[]::new));
        assertThat(ended.exitCode()).as("%s", ended).isZero();
    }

    private void everythingHasEnded(MortalHost host) throws Exception {
        Audit audit = Audit.of(new HostChoice(host.data()));
        assertThat(audit.violations()).isEmpty();
        assertThat(audit.deadLetters()).isEmpty();
        assertThat(audit.inFlight()).isZero();
        assertThat(accepted).hasSameSizeAs(wishes);
        assertThat(Set.copyOf(accepted.values())).as("one order a key").hasSameSizeAs(wishes.keySet());
        assertThat(audit.counts().orders().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(wishes.size());
        Shop shop = new Shop(host.api());
        for (Map.Entry<String, String> order : accepted.entrySet()) {
            Wish wish = wishes.get(order.getKey());
            assertThat(shop.order(order.getValue()).path("status").asText())
                    .as("%s %s", order, wish)
                    .isIn(wish.ends);
        }
    }
}
