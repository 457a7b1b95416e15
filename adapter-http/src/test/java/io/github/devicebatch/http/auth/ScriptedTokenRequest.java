package io.github.devicebatch.http.auth;

import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token request that issues numbered tokens, by default for an hour each, or fails as scripted.
 * Thread-safe.
 */
public final class ScriptedTokenRequest implements CachingTokenSupplier.Request {

    public final ManualTime time = ManualTime.start();
    public final CachingTokenSupplier tokens = new CachingTokenSupplier(this, time);
    private final AtomicInteger requests = new AtomicInteger();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Semaphore started = new Semaphore(0);
    private Optional<Semaphore> gate = Optional.empty();
    private Duration lifetime = Duration.ofHours(1);

    /** Lets one more request fail, after those that are already scripted to fail. */
    public synchronized ScriptedTokenRequest failing(RuntimeException failure) {
        failures.addLast(failure);
        return this;
    }

    /** Blocks every later request until {@link #release}. */
    public synchronized ScriptedTokenRequest blocking() {
        gate = Optional.of(new Semaphore(0));
        return this;
    }

    public synchronized ScriptedTokenRequest issuingFor(Duration duration) {
        lifetime = duration;
        return this;
    }

    /** Waits until a request has started. */
    public void awaitRequest() throws InterruptedException {
        started.acquire();
    }

    public synchronized void release(int requests) {
        gate.orElseThrow().release(requests);
    }

    public int requests() {
        return requests.get();
    }

    public static Secret token(int number) {
        return Secret.accessToken("token-" + number);
    }

    @Override
    public CachingTokenSupplier.IssuedToken send() throws InterruptedException {
        int number = requests.incrementAndGet();
        started.release();
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
        return CachingTokenSupplier.IssuedToken.at(time.instant(), token(number), lifetime);
    }
}
