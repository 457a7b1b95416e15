package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A query with scripted answers that records the time of each attempt. The last answer repeats. Thread-safe.
 */
public final class ScriptedQuery {

    private final ManualTime time;
    private final Deque<BatchStatusAnswer> answers;
    private final List<Duration> attempts = new ArrayList<>();

    public ScriptedQuery(ManualTime time, BatchStatusAnswer... inTurn) {
        this.time = time;
        this.answers = new ArrayDeque<>(List.of(inTurn));
    }

    public synchronized BatchStatusAnswer ask(BatchReference batch) {
        attempts.add(Duration.between(ManualTime.DEFAULT_START, time.instant()));
        return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
    }

    /** Returns the times of the attempts since the start. */
    public synchronized List<Duration> attempts() {
        return List.copyOf(attempts);
    }
}
