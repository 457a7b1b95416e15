package io.github.devicebatch.testkit.archrules.planted.broken.domain;

import io.github.devicebatch.testkit.archrules.planted.broken.application.BrokenApplication.QueryImpl;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Types of a domain that violate one rule each. */
public record BrokenDomain() {

    public record Chance(RandomGenerator random) {}

    public record Concurrency(CountDownLatch latch) {}

    public record Cycle(QueryImpl query) {}

    public record InstantNow() {

        Instant now() {
            return Instant.now();
        }
    }

    public static final class PlainClass {}

    public record ReferenceToNow() {

        Supplier<LocalDate> today() {
            return LocalDate::now;
        }
    }

    public record ThreadSleep() {

        void pause() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    public record UnitSleep() {

        interface Sleeper {
            void sleep(long duration) throws InterruptedException;
        }

        Sleeper sleeper() {
            return TimeUnit.SECONDS::sleep;
        }
    }
}
