package io.github.devicebatch.testkit.archrules.planted.broken.application;

import io.github.devicebatch.testkit.archrules.planted.broken.domain.BrokenDomain.Cycle;
import io.github.devicebatch.testkit.archrules.planted.broken.http.BrokenHttpAdapter.UntestedQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Types of an application that violate one rule each. */
public record BrokenApplication() {

    public record Files(Path path) {}

    public record Logging() {

        void log() {
            System.getLogger("planted");
        }
    }

    public record NanoTime() {

        long now() {
            return System.nanoTime();
        }
    }

    public record NewDate() {

        Date date() {
            return new Date();
        }
    }

    public record ObjectWait() {

        synchronized void pause() throws InterruptedException {
            wait();
        }
    }

    public record Parking() {

        void pause() {
            LockSupport.parkNanos(1);
        }
    }

    public record Printing() {

        void print() {
            System.out.println("planted");
        }
    }

    public record QueryImpl() {

        Class<?> cycle() {
            return Cycle.class;
        }
    }

    public record UsesAdapter(UntestedQuery query) {}

    public record SystemClock() {

        Clock clock() {
            return Clock.systemUTC();
        }
    }

    public record SystemSource() {

        InstantSource time() {
            return InstantSource.system();
        }
    }

    public record TimedJoin(Thread thread) {

        boolean ends() throws InterruptedException {
            return thread.join(Duration.ofSeconds(1));
        }
    }

    public record TimedPoll(BlockingQueue<String> queue) {

        String next() throws InterruptedException {
            return queue.poll(1, TimeUnit.SECONDS);
        }
    }
}
