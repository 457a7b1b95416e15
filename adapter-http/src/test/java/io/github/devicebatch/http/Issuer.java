package io.github.devicebatch.http;

import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues numbered tokens for an hour each, unless something else is to happen first. Thread-safe. */
final class Issuer implements TokenRequest {

    final ManualTime time = ManualTime.start();
    final CachedTokens tokens = new CachedTokens("tokens of a test", this, time);
    private final AtomicInteger asked = new AtomicInteger();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Semaphore begun = new Semaphore(0);
    private Optional<Semaphore> gate = Optional.empty();
    private Duration lifetime = Duration.ofHours(1);

    /** Lets the next request fail so, or the one after those that fail already. */
    synchronized Issuer failing(RuntimeException failure) {
        failures.addLast(failure);
        return this;
    }

    /** Lets every request from now on wait until {@link #let} lets it go on. */
    synchronized Issuer slow() {
        gate = Optional.of(new Semaphore(0));
        return this;
    }

    synchronized Issuer issuingFor(Duration duration) {
        lifetime = duration;
        return this;
    }

    /** Waits until a request waits. */
    void awaitRequest() throws InterruptedException {
        begun.acquire();
    }

    synchronized void let(int requests) {
        gate.orElseThrow().release(requests);
    }

    int asked() {
        return asked.get();
    }

    static AccessToken number(int number) {
        return AccessToken.of("token-" + number);
    }

    @Override
    public Issued send() throws InterruptedException {
        int number = asked.incrementAndGet();
        begun.release();
        Optional<Semaphore> waiting = gate();
        if (waiting.isPresent()) {
            waiting.get().acquire();
        }
        return answer(number);
    }

    private synchronized Optional<Semaphore> gate() {
        return gate;
    }

    private synchronized Issued answer(int number) {
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
        return Issued.at(time.instant(), number(number), lifetime);
    }
}
