package io.github.devicebatch.application.support;

import io.github.devicebatch.application.watch.PauseReason;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchListener;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. Belongs to the thread that watches, and says so if another one calls. */
public final class EventRecorder implements WatchListener {

    private final Thread owner = Thread.currentThread();
    private final List<WatchEvent> events = new ArrayList<>();

    @Override
    public void on(WatchEvent event) {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("told by " + Thread.currentThread());
        }
        events.add(event);
    }

    public List<WatchEvent> events() {
        return List.copyOf(events);
    }

    public <E extends WatchEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The endings in the order in which they were told. */
    public List<WatchEnding> endings() {
        return all(WatchEvent.Ended.class).stream()
                .map(WatchEvent.Ended::ending)
                .toList();
    }

    /** The batches in the order in which they were answered. */
    public List<BatchReference> answered() {
        return all(WatchEvent.Answered.class).stream()
                .map(WatchEvent.Answered::batch)
                .toList();
    }

    public List<PauseReason> reasons() {
        return all(WatchEvent.Paused.class).stream()
                .map(WatchEvent.Paused::reason)
                .toList();
    }
}
