package io.github.devicebatch.application.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A query whose calls wait until the test answers them. */
public final class HeldQuery implements BatchStatusQuery {

    private final Map<BatchReference, BlockingQueue<BatchStatusAnswer>> lines = new ConcurrentHashMap<>();
    private final BlockingQueue<BatchReference> calls = new LinkedBlockingQueue<>();
    private final List<Thread> callers = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        callers.add(Thread.currentThread());
        mostAtOnce.accumulateAndGet(open.incrementAndGet(), Math::max);
        try {
            calls.add(batch);
            return line(batch).take();
        } finally {
            open.decrementAndGet();
        }
    }

    /** Waits for the next call. */
    public BatchReference nextCall() throws InterruptedException {
        return calls.take();
    }

    public void answer(BatchReference batch, BatchStatusAnswer answer) {
        line(batch).add(answer);
    }

    public int questions() {
        return callers.size();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    public boolean allThreadsAreGone() {
        return callers.stream().noneMatch(Thread::isAlive);
    }

    private BlockingQueue<BatchStatusAnswer> line(BatchReference batch) {
        return lines.computeIfAbsent(batch, unknown -> new LinkedBlockingQueue<>());
    }
}
