package io.github.devicebatch.http;

import io.github.devicebatch.http.support.LoadBatches;
import io.github.devicebatch.http.support.LoadResult;
import io.github.devicebatch.http.support.LoadRun;
import io.github.devicebatch.http.support.TargetReport;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A program that sends many queries to a service that fails every attempt, in real time, with and without
 * the circuit breaker, from the start or after it has answered. It exits with 1 if a target is missed. How to run it, and why
 * the JDK may send an attempt twice: {@code docs/reliability.md}.
 */
final class OutageLoad {

    private static final int BATCHES = 1_000;
    private static final int THREADS = 64;

    /** So many queries are answered first that every connection was used. */
    private static final int ANSWERED = 200;

    /** The default but for the pauses, which have a hundredth of their length: they change no number. */
    private static final RetrySettings RETRIES = new RetrySettings(
            RetrySettings.DEFAULT.maxAttempts(),
            RetrySettings.DEFAULT.initialInterval().dividedBy(100),
            RetrySettings.DEFAULT.throttledInitialInterval().dividedBy(100),
            RetrySettings.DEFAULT.maxInterval().dividedBy(100),
            RetrySettings.DEFAULT.questionTimeout(),
            RetrySettings.DEFAULT.budgetRatio(),
            RetrySettings.DEFAULT.budgetReserve());

    private OutageLoad() {}

    /** Runs the program. The arguments are numbers of queries, by default 10,000. */
    public static void main(String[] arguments) {
        Map<String, Boolean> targets = new LinkedHashMap<>();
        for (String queries : arguments.length > 0 ? arguments : new String[] {"10000"}) {
            run(Integer.parseInt(queries), targets);
        }
        TargetReport.exit(targets);
    }

    private static void run(int queries, Map<String, Boolean> targets) {
        for (CircuitBreakerSettings breaker : List.of(CircuitBreakerSettings.DEFAULT, never(queries))) {
            String limit = breaker.equals(CircuitBreakerSettings.DEFAULT) ? "with the breaker" : "by the budget alone";
            String name = String.format(Locale.ROOT, "%s, %,d queries", limit, queries);
            targets.put("503, " + name, isBounded(run(0, queries, Reply.status(503), breaker), 1));
            String sent = sendsOnReset() == 1 ? "" : " (the attempts; the JDK sends each of them up to twice)";
            targets.put("reset, " + name + sent, isBounded(run(0, queries, Reply.reset(), breaker), sendsOnReset()));
            targets.put(
                    "reset after answers, immediate retries included, " + name + sent,
                    isBoundedWithImmediateRetries(run(ANSWERED, queries, Reply.reset(), breaker)));
        }
    }

    /** Returns whether the attempts are within the limit, and each was sent at most {@code sends} times. */
    private static boolean isBounded(LoadResult result, int sends) {
        System.out.printf("%s; at most %,d attempts wanted%n", result, result.maxAttempts());
        return result.isComplete()
                && result.attempts() <= result.maxAttempts()
                && result.requests() <= sends * result.attempts();
    }

    /** Returns whether all requests are within the limit of the attempts. */
    private static boolean isBoundedWithImmediateRetries(LoadResult result) {
        System.out.printf("%s; at most %,d requests wanted%n", result, sendsOnReset() * result.maxAttempts());
        return result.isComplete() && result.requests() <= sendsOnReset() * result.maxAttempts();
    }

    /** Returns how often the JDK sends a request that is reset before its response: by default twice. */
    private static int sendsOnReset() {
        return Math.min(2, Integer.getInteger("jdk.httpclient.redirects.retrylimit", 2));
    }

    /** Returns settings whose circuit breaker does not open during the run. */
    static CircuitBreakerSettings never(int queries) {
        int beyond = 4 * queries;
        return new CircuitBreakerSettings(beyond, beyond, 100, Duration.ofSeconds(30), 3, Duration.ofSeconds(10));
    }

    /**
     * Sends {@code queries} queries; each attempt fails with {@code fault}.
     *
     * @param answered the number of queries that are answered before; the result does not count them
     */
    static LoadResult run(int answered, int queries, Reply fault, CircuitBreakerSettings breaker) {
        LoadBatches batches = new LoadBatches(BATCHES);
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = description(fake, breaker).build()) {
            batches.script(fake);
            new LoadRun(batches, answered).ask(fake, partnerCenter.batchStatus(), THREADS);
            fake.control().faults(1, 0, fault);
            return new LoadRun(batches, queries).ask(fake, partnerCenter.batchStatus(), THREADS);
        }
    }

    private static PartnerCenterBuilder description(FakePartnerCenter fake, CircuitBreakerSettings breaker) {
        return PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .rateLimit(RateLimitSettings.NONE)
                .retries(RETRIES)
                .circuitBreaker(breaker);
    }
}
