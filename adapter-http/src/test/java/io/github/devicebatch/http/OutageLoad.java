package io.github.devicebatch.http;

import io.github.devicebatch.testkit.FakePartnerCenter;
import io.github.devicebatch.testkit.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A program: many questions to a service that fails every attempt, in real time. With the circuit breaker, and without, so
 * that only the retry budget is left. It ends with 1 if a target is missed. {@code docs/reliability.md} says how to run it.
 */
final class OutageLoad {

    private static final int BATCHES = 1_000;
    private static final int THREADS = 64;

    private OutageLoad() {}

    /** Takes the number of questions, 10,000 by default. */
    public static void main(String[] arguments) throws InterruptedException {
        int questions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Map<String, Boolean> targets = new LinkedHashMap<>();
        outages().forEach((name, fault) -> {
            targets.put(name + ", breaker on", isBounded(questions, fault, CircuitBreakerSettings.DEFAULT));
            targets.put(name + ", breaker off", isBounded(questions, fault, never(questions)));
        });
        Verdict.exit(targets);
    }

    private static Map<String, Reply> outages() {
        return Map.of("every attempt is answered 503", Reply.status(503), "every attempt is reset", Reply.reset());
    }

    /** A breaker that would open only after more attempts than there can be. */
    static CircuitBreakerSettings never(int questions) {
        int beyond = 4 * questions;
        return new CircuitBreakerSettings(beyond, beyond, 100, Duration.ofSeconds(30), 3, Duration.ofSeconds(10));
    }

    private static boolean isBounded(int questions, Reply fault, CircuitBreakerSettings breaker) {
        LoadBatches batches = new LoadBatches(BATCHES);
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = description(fake, breaker).build()) {
            batches.arrange(fake);
            fake.faults(1, 0, fault);
            LoadResult result = new LoadRun(batches, questions).ask(partnerCenter.batchStatus(), THREADS);
            long most = (long) (1.2 * questions) + 10;
            System.out.printf("%s%n%,d requests, at most %,d wanted%n", result, fake.requestCount(), most);
            return result.isComplete() && fake.requestCount() <= most;
        }
    }

    private static PartnerCenterBuilder description(FakePartnerCenter fake, CircuitBreakerSettings breaker) {
        return PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .rateLimit(RateLimitSettings.NONE)
                .circuitBreaker(breaker);
    }
}
