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
 * A program that sends many queries to a service that fails 5 % of the requests. It uses real time and the
 * default policy, without the rate limit. It exits with 1 if a target is missed. How to run it: {@code
 * docs/reliability.md}.
 */
final class FaultyServiceLoad {

    private static final int BATCHES = 10_000;
    private static final int THREADS = 64;
    private static final double SHARE = 0.05;
    private static final int MAX_UNAVAILABLE = 5;

    private FaultyServiceLoad() {}

    /** Runs the program. Arguments: the number of queries, by default 100,000, and the seed of the faults. */
    public static void main(String[] arguments) throws InterruptedException {
        int queries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 3;
        run(2_000, seed);
        ResourceUsage before = ResourceUsage.now();
        Instant start = Instant.now();
        LoadResult result = run(queries, seed);
        System.out.println(
                result + "\ntook " + Duration.between(start, Instant.now()).toSeconds() + " s");
        ResourceUsage after = ResourceUsage.settledTo(before);
        System.out.println("before: " + before + "\nafter:  " + after);
        TargetReport.exit(Map.of(
                "each query has exactly one answer",
                result.isComplete(),
                "no answer is wrong",
                result.wrong() == 0,
                "at most " + MAX_UNAVAILABLE + " are unavailable",
                result.unavailable() <= MAX_UNAVAILABLE,
                "threads and descriptors are back to the start",
                after.isBackTo(before)));
    }

    /** Sends {@code queries} queries to a fake that fails one attempt in twenty. */
    static LoadResult run(int queries, long seed) {
        LoadBatches batches = new LoadBatches(BATCHES);
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = description(fake).build()) {
            batches.script(fake);
            fake.control().faults(SHARE, seed, faults());
            return new LoadRun(batches, queries).ask(fake, partnerCenter.batchStatus(), THREADS);
        }
    }

    private static PartnerCenterBuilder description(FakePartnerCenter fake) {
        return PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .rateLimit(RateLimitSettings.NONE);
    }

    /**
     * Returns one fault of each kind: a status, a break before the response, in its head, in its body, and
     * before the last chunk.
     */
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
