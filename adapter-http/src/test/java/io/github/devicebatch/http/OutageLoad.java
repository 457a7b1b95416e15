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
import java.util.Map;

/**
 * A program: many questions to a service that fails every attempt, in real time. With the circuit breaker, and without, so
 * that only the retry budget is left. It ends with 1 if a target is missed. {@code docs/reliability.md} says how to run it,
 * and why the JDK may send an attempt twice.
 */
final class OutageLoad {

    private static final int BATCHES = 1_000;
    private static final int THREADS = 64;

    private OutageLoad() {}

    /** Takes the number of questions, 10,000 by default. */
    public static void main(String[] arguments) {
        int questions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Map<String, Boolean> targets = new LinkedHashMap<>();
        for (CircuitBreakerSettings breaker : List.of(CircuitBreakerSettings.DEFAULT, never(questions))) {
            String name = breaker.equals(CircuitBreakerSettings.DEFAULT) ? "with the breaker" : "by the budget alone";
            targets.put("503, " + name, isBounded(run(questions, Reply.status(503), breaker), 1));
            String sent = sendsOnReset() == 1 ? "" : " (the attempts; the JDK sends each of them up to twice)";
            targets.put("reset, " + name + sent, isBounded(run(questions, Reply.reset(), breaker), sendsOnReset()));
        }
        TargetReport.exit(targets);
    }

    /** Whether the attempts are within the bound, and each of them was sent {@code sends} times at most. */
    private static boolean isBounded(LoadResult result, int sends) {
        System.out.printf("%s; at most %,d attempts wanted%n", result, result.mostAttempts());
        return result.isComplete()
                && result.attempts() <= result.mostAttempts()
                && result.requests() <= sends * result.attempts();
    }

    /** How often the JDK sends what is reset before it is answered: twice, unless it is told not to. */
    private static int sendsOnReset() {
        return Math.min(2, Integer.getInteger("jdk.httpclient.redirects.retrylimit", 2));
    }

    /** A breaker that would open only after more attempts than there can be. */
    static CircuitBreakerSettings never(int questions) {
        int beyond = 4 * questions;
        return new CircuitBreakerSettings(beyond, beyond, 100, Duration.ofSeconds(30), 3, Duration.ofSeconds(10));
    }

    /** Asks {@code questions} questions, each attempt of which meets {@code fault}. */
    static LoadResult run(int questions, Reply fault, CircuitBreakerSettings breaker) {
        LoadBatches batches = new LoadBatches(BATCHES);
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = description(fake, breaker).build()) {
            batches.arrange(fake);
            fake.faults(1, 0, fault);
            return new LoadRun(batches, questions).ask(fake, partnerCenter.batchStatus(), THREADS);
        }
    }

    private static PartnerCenterBuilder description(FakePartnerCenter fake, CircuitBreakerSettings breaker) {
        return PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .rateLimit(RateLimitSettings.NONE)
                .circuitBreaker(breaker);
    }
}
