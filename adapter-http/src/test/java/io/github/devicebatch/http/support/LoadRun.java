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

/** Many questions, asked by many virtual threads at once, and each answer compared with the only right one. */
public final class LoadRun {

    private static final int STRIDE = 7_919;

    private final LoadBatches batches;
    private final int questions;
    private final AtomicInteger asked = new AtomicInteger();
    private final LongAdder wrong = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    public LoadRun(LoadBatches batches, int questions) {
        this.batches = batches;
        this.questions = questions;
    }

    /** Asks every question once of {@code fake} through {@code query}, and returns when the last one has ended. */
    public LoadResult ask(FakePartnerCenter fake, BatchStatusQuery query, int threads) {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, threads).forEach(asker -> askers.execute(() -> askOn(query)));
        }
        return result(fake);
    }

    private void askOn(BatchStatusQuery query) {
        for (int number = asked.getAndIncrement(); number < questions; number = asked.getAndIncrement()) {
            askAbout(query, (int) ((long) number * STRIDE % batches.count()));
        }
    }

    private void askAbout(BatchStatusQuery query, int batch) {
        try {
            judge(batch, query.ask(batches.reference(batch)));
        } catch (InterruptedException | RuntimeException | Error thrown) {
            lost.increment();
            count("thrown: " + thrown);
        }
    }

    private void judge(int batch, BatchStatusAnswer answer) {
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

    private LoadResult result(FakePartnerCenter fake) {
        Map<String, Long> byKind = answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum()));
        return new LoadResult(
                questions,
                byKind,
                wrong.sum(),
                lost.sum(),
                attempts.sum(),
                fake.requestCount(),
                fake.connections().accepted());
    }
}
