package io.github.devicebatch.http.auth;

import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues numbered tokens for an hour each, unless something else is to happen first. Thread-safe. */
public final class ScriptedTokenRequest implements CachingTokenSupplier.Request {

    public final ManualTime time = ManualTime.start();
    public final CachingTokenSupplier tokens = new CachingTokenSupplier(this, time);
    private final AtomicInteger asked = new AtomicInteger();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Semaphore begun = new Semaphore(0);
    private Optional<Semaphore> gate = Optional.empty();
    private Duration lifetime = Duration.ofHours(1);

    /** Lets the next request fail so, or the one after those that fail already. */
    public synchronized ScriptedTokenRequest failing(RuntimeException failure) {
        failures.addLast(failure);
        return this;
    }

    /** Lets every request from now on wait until {@link #let} lets it go on. */
    public synchronized ScriptedTokenRequest slow() {
        gate = Optional.of(new Semaphore(0));
        return this;
    }

    public synchronized ScriptedTokenRequest issuingFor(Duration duration) {
        lifetime = duration;
        return this;
    }

    /** Waits until a request waits. */
    public void awaitRequest() throws InterruptedException {
        begun.acquire();
    }

    public synchronized void let(int requests) {
        gate.orElseThrow().release(requests);
    }

    public int asked() {
        return asked.get();
    }

    public static Secret number(int number) {
        return Secret.accessToken("token-" + number);
    }

    @Override
    public CachingTokenSupplier.IssuedToken send() throws InterruptedException {
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

    private synchronized CachingTokenSupplier.IssuedToken answer(int number) {
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
        return CachingTokenSupplier.IssuedToken.at(time.instant(), number(number), lifetime);
    }
}
