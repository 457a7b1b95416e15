package io.github.devicebatch.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.TargetReport;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A program that reads endless, very long and deeply nested bodies in a JVM with at most 64 MiB of heap,
 * including the fake. It exits with 1 if an answer is unexpected, late, or leaves its socket open. How to
 * run it: {@code docs/reliability.md}.
 */
final class HostileBodies {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MANY = 1 << 20;

    private HostileBodies() {}

    /** Runs the program. It has no arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Boolean> targets = new LinkedHashMap<>();
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            hasExpectedAnswer(fake, "Found: in a cold JVM");
            for (Map.Entry<String, Supplier<Reply>> body : bodies().entrySet()) {
                fake.script(Batches.REFERENCE).then(body.getValue().get());
                targets.put(body.getKey(), hasExpectedAnswer(fake, body.getKey()));
            }
        }
        System.out.printf("at most %d MiB of heap%n", Runtime.getRuntime().maxMemory() >> 20);
        TargetReport.exit(targets);
    }

    /**
     * Returns the bodies by the expected start of their answer. They are created when needed, because the fake
     * uses the same heap.
     */
    private static Map<String, Supplier<Reply>> bodies() {
        HttpReply example = Reply.documentedExample();
        HttpReply failing = Reply.status(503);
        Map<String, Supplier<Reply>> bodies = new LinkedHashMap<>();
        bodies.put("TIMED_OUT: no answer at all", Reply::silence);
        bodies.put("TIMED_OUT: stalled", () -> example.stallingAfter(100));
        bodies.put("TIMED_OUT: dripping", () -> example.dripping(1, Duration.ofMillis(10)));
        bodies.put("UNREACHABLE: truncated", () -> example.truncatedAfter(100));
        bodies.put("the body is longer: 1 GiB", () -> example.paddedTo(1L << 30));
        bodies.put("the body is longer: endless", example::paddedForEver);
        bodies.put("FAILING: 1 GiB", () -> failing.paddedTo(1L << 30));
        bodies.put("FAILING: endless", failing::paddedForEver);
        bodies.put("the body can't be trusted: 1 GiB in gzip", () -> example.gzippedWithPadding(1L << 30));
        bodies.put("the body can't be trusted: a million arrays", () -> Reply.json(200, "{\"x\":" + "[".repeat(MANY)));
        bodies.put("the body can't be trusted: a million objects", () -> Reply.json(200, "{\"x\":".repeat(MANY)));
        bodies.put("the body can't be trusted: 1 MiB of text", () -> Reply.json(200, "{\"x\":\"" + "a".repeat(MANY)));
        bodies.put("the body can't be trusted: 1 MiB of digits", () -> Reply.json(200, "{\"x\":" + "1".repeat(MANY)));
        bodies.put("Found: as long as it may be", () -> example.paddedTo(16 << 20));
        return bodies;
    }

    private static boolean hasExpectedAnswer(FakePartnerCenter fake, String body) throws InterruptedException {
        long start = System.nanoTime();
        try (PartnerCenter partnerCenter =
                OneAttempt.at(fake.baseUrl()).attemptTimeout(DEADLINE).build()) {
            String summary = summary(partnerCenter.batchStatus().ask(Batches.REFERENCE));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf("%s: after %d ms, %s%n", body, took.toMillis(), summary);
            // A connection stays open if its response was read to the end.
            int mayStay = summary.startsWith("the body can't") || summary.startsWith("Found") ? 1 : 0;
            return summary.startsWith(body.substring(0, body.indexOf(':')))
                    && took.compareTo(DEADLINE.plusSeconds(2)) < 0
                    && fake.connections().awaitOpen(mayStay, TIMEOUT);
        }
    }

    private static String summary(BatchStatusAnswer answer) {
        return switch (answer) {
            case Unavailable unavailable -> unavailable.cause() + ", " + unavailable.detail();
            case Unreadable unreadable -> unreadable.why();
            case BatchStatusAnswer finalAnswers -> finalAnswers.getClass().getSimpleName();
        };
    }
}
