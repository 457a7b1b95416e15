package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends many queries concurrently and compares each answer with the expected one. */
public final class LoadRun {

    private static final int STRIDE = 7_919;

    private final LoadBatches batches;
    private final int queries;
    private final AtomicInteger started = new AtomicInteger();
    private final LongAdder wrong = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    public LoadRun(LoadBatches batches, int queries) {
        this.batches = batches;
        this.queries = queries;
    }

    /** Sends every query to {@code fake} once and waits for the last answer. */
    public LoadResult ask(FakePartnerCenter fake, BatchStatusQuery query, int threads) {
        long requestsBefore = fake.requestCount();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, threads).forEach(asker -> askers.execute(() -> askUntilDone(query)));
        }
        return result(fake, requestsBefore);
    }

    private void askUntilDone(BatchStatusQuery query) {
        for (int number = started.getAndIncrement(); number < queries; number = started.getAndIncrement()) {
            askAbout(query, (int) ((long) number * STRIDE % batches.count()));
        }
    }

    private void askAbout(BatchStatusQuery query, int batch) {
        try {
            record(batch, query.ask(batches.reference(batch)));
        } catch (InterruptedException | RuntimeException | Error thrown) {
            lost.increment();
            count("thrown: " + thrown);
        }
    }

    private void record(int batch, BatchStatusAnswer answer) {
        attempts.add(answer.trace().attempts());
        if (answer instanceof Unavailable unavailable) {
            count("Unavailable " + unavailable.cause());
            return;
        }
        count(answer.getClass().getSimpleName());
        if (!answer.withTrace(Trace.NOTHING_SENT).equals(batches.expected(batch))) {
            wrong.increment();
        }
    }

    private void count(String kind) {
        answers.computeIfAbsent(kind, unseen -> new LongAdder()).increment();
    }

    private LoadResult result(FakePartnerCenter fake, long requestsBefore) {
        Map<String, Long> byKind = answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum()));
        return new LoadResult(
                queries,
                byKind,
                wrong.sum(),
                lost.sum(),
                attempts.sum(),
                fake.requestCount() - requestsBefore,
                fake.connections().accepted());
    }
}
