package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Threads that ask a {@link SoakService} without pause. After each few queries one of them is interrupted; after many the
 * Partner Center is closed under all of them and replaced.
 */
public final class SoakRun {

    private static final int THREADS = 64;
    private static final int INTERRUPT_EVERY = 100;
    private static final Duration MAX_END = Duration.ofMinutes(3);
    private static final RetrySettings RETRIES = new RetrySettings(
            4, Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(60), 0.2, 10);
    private static final CircuitBreakerSettings BREAKER =
            new CircuitBreakerSettings(500, 250, 50, Duration.ofMillis(500), 3, Duration.ofSeconds(10));

    private final SoakService service;
    private final LoadBatches batches;
    private final long closeEvery;
    private final AtomicLong started = new AtomicLong();
    private final LongAdder wrong = new LongAdder();
    private final LongAdder thrown = new LongAdder();
    private final LongAdder interruptions = new LongAdder();
    private final Map<String, LongAdder> ends = new ConcurrentSkipListMap<>();
    private final CountDownLatch atEnd = new CountDownLatch(1);
    private volatile PartnerCenter partnerCenter;
    private List<Thread> askers = List.of();

    /**
     * Creates a run.
     *
     * @param closeEvery after how many queries the Partner Center is closed and replaced
     */
    public SoakRun(SoakService service, LoadBatches batches, long closeEvery) {
        this.service = service;
        this.batches = batches;
        this.closeEvery = closeEvery;
        this.partnerCenter = open();
    }

    /**
     * The result of a run.
     *
     * @param started number of queries
     * @param ends number of queries by how they ended
     * @param wrong number of answers that are not about the batch or not what the service said
     * @param thrown number of queries that threw something else than an expected interruption
     * @param hanging number of threads that did not end
     * @param undercuts number of requests within a time that the client was told to wait
     * @param facts other numbers of the run
     */
    public record Result(
            long started,
            Map<String, Long> ends,
            long wrong,
            long thrown,
            long hanging,
            long undercuts,
            Map<String, Long> facts) {

        /** Checks whether each query ended once. */
        public boolean isComplete() {
            return thrown == 0
                    && hanging == 0
                    && ends.values().stream().mapToLong(Long::longValue).sum() == started;
        }

        @Override
        public String toString() {
            return "%,d queries: %s%n%,d wrong, %,d thrown, %,d hanging, %,d undercuts; %s"
                    .formatted(started, ends, wrong, thrown, hanging, undercuts, facts);
        }
    }

    private PartnerCenter open() {
        return PartnerCenter.at(service.url())
                .tokens(service.tokens())
                .attemptTimeout(Duration.ofSeconds(1))
                .retries(RETRIES)
                .circuitBreaker(BREAKER)
                .rateLimit(RateLimitSettings.perSecond(5_000, THREADS))
                .listener(service.nextClient())
                .build();
    }

    /** Asks as long as {@code goesOn} allows another query, by its number. */
    public Result ask(LongPredicate goesOn) throws InterruptedException {
        askers = IntStream.range(0, THREADS)
                .mapToObj(asker -> Thread.ofVirtual().unstarted(() -> askWhile(goesOn)))
                .toList();
        askers.forEach(Thread::start);
        atEnd.await();
        long hanging = 0;
        for (Thread asker : askers) {
            hanging += asker.join(MAX_END) ? 0 : 1;
        }
        partnerCenter.close();
        return result(hanging);
    }

    private void askWhile(LongPredicate goesOn) {
        while (true) {
            long number = started.getAndIncrement();
            if (!goesOn.test(number)) {
                started.decrementAndGet();
                atEnd.countDown();
                return;
            }
            if (number % INTERRUPT_EVERY == INTERRUPT_EVERY - 1) {
                interruptions.increment();
                askers.get((int) (number / INTERRUPT_EVERY % THREADS)).interrupt();
            }
            if (number % closeEvery == closeEvery - 1) {
                replace();
            }
            ask((int) (number % batches.count()));
        }
    }

    /** Closes the Partner Center while the other threads ask it. */
    private synchronized void replace() {
        PartnerCenter old = partnerCenter;
        partnerCenter = open();
        old.close();
    }

    private void ask(int batch) {
        try {
            record(batch, partnerCenter.batchStatus().ask(batches.reference(batch)));
        } catch (InterruptedException interrupted) {
            count("interrupted");
        } catch (RuntimeException | Error failure) {
            thrown.increment();
            count("thrown: " + failure);
        }
    }

    private void record(int batch, BatchStatusAnswer answer) {
        switch (answer) {
            case Unavailable unavailable -> {
                count("Unavailable " + unavailable.cause() + " " + unavailable.party());
                if (unavailable.cause() == UnavailabilityCause.CIRCUIT_OPEN) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            }
            case Unreadable unreadable -> count("Unreadable");
            default -> {
                boolean expected = answer.withTrace(Trace.NOTHING_SENT).equals(batches.expected(batch));
                count(expected ? answer.getClass().getSimpleName() : "wrong: " + answer);
                wrong.add(expected ? 0 : 1);
            }
        }
    }

    private void count(String end) {
        ends.computeIfAbsent(end, unseen -> new LongAdder()).increment();
    }

    private Result result(long hanging) {
        Map<String, Long> byKind = new TreeMap<>();
        ends.forEach((end, number) -> byKind.put(end, number.sum()));
        Map<String, Long> facts = new TreeMap<>(Map.of(
                "requests", service.requests(),
                "connections", service.connections(),
                "times of throttling", service.storms(),
                "ms from a 429 to the last request that was on its way",
                        service.latest().toMillis(),
                "access tokens", service.tokensIssued(),
                "interruptions", interruptions.sum(),
                "closed Partner Centers", started.get() / closeEvery));
        return new Result(started.get(), byKind, wrong.sum(), thrown.sum(), hanging, service.undercuts(), facts);
    }
}
