package io.github.devicebatch.http;

import io.github.devicebatch.http.support.LoadBatches;
import io.github.devicebatch.http.support.LoadResult;
import io.github.devicebatch.http.support.LoadRun;
import io.github.devicebatch.http.support.ResourceUsage;
import io.github.devicebatch.http.support.TargetReport;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A program: many questions to a service that fails a share of all attempts, in real time and with the default policy, but
 * for the rate limit. It ends with 1 if a target is missed. {@code docs/reliability.md} says how to run it.
 */
final class FaultyServiceLoad {

    private static final int BATCHES = 10_000;
    private static final int THREADS = 64;
    private static final double SHARE = 0.05;
    private static final int MOST_UNAVAILABLE = 5;

    private FaultyServiceLoad() {}

    /** Takes the number of questions, 100,000 by default, and the seed of the faults. */
    public static void main(String[] arguments) throws InterruptedException {
        int questions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 3;
        run(2_000, seed);
        ResourceUsage before = ResourceUsage.now();
        Instant start = Instant.now();
        LoadResult result = run(questions, seed);
        System.out.println(
                result + "\ntook " + Duration.between(start, Instant.now()).toSeconds() + " s");
        ResourceUsage after = ResourceUsage.settledTo(before);
        System.out.println("before: " + before + "\nafter:  " + after);
        TargetReport.exit(Map.of(
                "each question has exactly one answer",
                result.isComplete(),
                "no answer is wrong",
                result.wrong() == 0,
                "at most " + MOST_UNAVAILABLE + " are unavailable",
                result.unavailable() <= MOST_UNAVAILABLE,
                "threads and descriptors are back to the start",
                after.isBackTo(before)));
    }

    /** Asks {@code questions} questions of a fake that faults one attempt in twenty. */
    static LoadResult run(int questions, long seed) {
        LoadBatches batches = new LoadBatches(BATCHES);
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = description(fake).build()) {
            batches.arrange(fake);
            fake.faults(SHARE, seed, faults());
            return new LoadRun(batches, questions).ask(fake, partnerCenter.batchStatus(), THREADS);
        }
    }

    private static PartnerCenterBuilder description(FakePartnerCenter fake) {
        return PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .rateLimit(RateLimitSettings.NONE);
    }

    /** One of each: said, broken off before, in the head, in the body, and after all of it that matters. */
    private static Reply[] faults() {
        HttpReply anotherBatch = Reply.documentedExample();
        return new Reply[] {
            Reply.status(503),
            Reply.reset(),
            Reply.close(),
            anotherBatch.truncatedAfter(0),
            anotherBatch.truncatedAfter(100),
            anotherBatch.chunked(64).truncatedBeforeLastChunk()
        };
    }
}
