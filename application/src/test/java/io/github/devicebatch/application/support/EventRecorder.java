package io.github.devicebatch.application.support;

import io.github.devicebatch.application.watch.PauseReason;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchListener;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.List;

/** A listener that records events. Fails if another thread than the watching one calls it. */
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

    /** Returns the endings in the order of the events. */
    public List<WatchEnding> endings() {
        return all(WatchEvent.Ended.class).stream()
                .map(WatchEvent.Ended::ending)
                .toList();
    }

    /** Returns the batches in the order of their answers. */
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
