package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What happens to the attempts of a test, in turn, the last for ever; remembers when each came. Thread-safe. */
public final class ScriptedQuery {

    private final ManualTime time;
    private final Deque<BatchStatusAnswer> answers;
    private final List<Duration> asked = new ArrayList<>();

    public ScriptedQuery(ManualTime time, BatchStatusAnswer... inTurn) {
        this.time = time;
        this.answers = new ArrayDeque<>(List.of(inTurn));
    }

    public synchronized BatchStatusAnswer ask(BatchReference batch) {
        asked.add(Duration.between(ManualTime.DEFAULT_START, time.instant()));
        return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
    }

    /** When the attempts came, counted from the start of time. */
    public synchronized List<Duration> asked() {
        return List.copyOf(asked);
    }
}
