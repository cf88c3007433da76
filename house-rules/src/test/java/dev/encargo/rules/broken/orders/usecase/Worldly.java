package dev.encargo.rules.broken.orders.usecase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Each method reaches for the outside world.
public class Worldly {

    Object now() {
        return Instant.now();
    }

    Object today() {
        return LocalDate.now(ZoneId.of("Europe/Madrid"));
    }

    Object todayInTokyo() {
        return JapaneseDate.now();
    }

    Supplier<Instant> nowByReference() {
        return Instant::now;
    }

    Supplier<Object> nowLater() {
        return () -> new Date();
    }

    Object date() {
        return new Date();
    }

    Object calendar() {
        return Calendar.getInstance();
    }

    Object clock() {
        return Clock.systemUTC();
    }

    Object tick() {
        return Clock.tickSeconds(ZoneId.of("Europe/Madrid"));
    }

    Object source() {
        return InstantSource.system();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Object property() {
        return System.getProperty("stage");
    }

    Object properties() {
        return System.getProperties();
    }

    Object environment() {
        return System.getenv("STAGE");
    }

    void print() {
        System.out.println("order");
    }

    void printBriefly() {
        IO.println("order");
    }

    Object zone() {
        return ZoneId.systemDefault();
    }

    Object locale() {
        return Locale.getDefault();
    }

    Object processors() {
        return Runtime.getRuntime();
    }

    Object uuid() {
        return UUID.randomUUID();
    }

    double random() {
        return Math.random();
    }

    Object dice() {
        return new Random();
    }

    Object secretDice() {
        return new SecureRandom();
    }

    Object ownDice() {
        return ThreadLocalRandom.current();
    }

    Object anyDice() {
        return RandomGenerator.getDefault();
    }

    void shuffle() {
        Collections.shuffle(new ArrayList<>());
    }

    boolean file() {
        return Files.exists(Path.of("orders.db"));
    }

    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }

    void sleepInUnits() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }

    void park() {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }

    void thread() {
        Thread.startVirtualThread(() -> {});
    }

    void executor() {
        Executors.newVirtualThreadPerTaskExecutor().close();
    }

    Object future() {
        return CompletableFuture.runAsync(() -> {});
    }
}
