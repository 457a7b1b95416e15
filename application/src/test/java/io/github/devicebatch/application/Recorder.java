package io.github.devicebatch.application;

import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. Belongs to the thread that watches, and says so if another one calls. */
final class Recorder implements WatchListener {

    private final Thread owner = Thread.currentThread();
    private final List<WatchEvent> events = new ArrayList<>();

    @Override
    public void on(WatchEvent event) {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("told by " + Thread.currentThread());
        }
        events.add(event);
    }

    List<WatchEvent> events() {
        return List.copyOf(events);
    }

    <E extends WatchEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The endings in the order in which they were told. */
    List<WatchEnding> endings() {
        return all(WatchEvent.Ended.class).stream()
                .map(WatchEvent.Ended::ending)
                .toList();
    }

    /** The batches in the order in which they were answered. */
    List<BatchReference> answered() {
        return all(WatchEvent.Answered.class).stream()
                .map(WatchEvent.Answered::batch)
                .toList();
    }

    List<PauseReason> reasons() {
        return all(WatchEvent.Paused.class).stream()
                .map(WatchEvent.Paused::reason)
                .toList();
    }
}
