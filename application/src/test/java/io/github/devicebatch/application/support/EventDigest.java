package io.github.devicebatch.application.support;

import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchListener;
import io.github.devicebatch.domain.BatchReference;
import java.util.HashMap;
import java.util.Map;

/** A listener that computes a digest of all events and keeps the endings. */
public final class EventDigest implements WatchListener {

    public final Map<BatchReference, WatchEnding> endings = new HashMap<>();
    public final Map<BatchReference, Integer> answers = new HashMap<>();
    private long sum;

    @Override
    public void on(WatchEvent event) {
        add(event.batch().tracking().value().getLeastSignificantBits());
        add(event.when().toEpochMilli());
        add(event.when().getNano());
        switch (event) {
            case WatchEvent.Answered answered -> add(1, answered.request(), count(answered));
            case WatchEvent.Changed changed ->
                add(
                        2,
                        changed.change().registered().size(),
                        changed.change().failed().size());
            case WatchEvent.Contradicted contradicted ->
                add(3, contradicted.anomalies().size());
            case WatchEvent.Held held ->
                add(4, held.cause().ordinal(), held.duration().toNanos());
            case WatchEvent.Paused paused ->
                add(5, paused.reason().ordinal(), paused.duration().toNanos());
            case WatchEvent.Ended ended -> add(6, count(ended));
        }
    }

    private int count(WatchEvent.Answered answered) {
        return answers.merge(answered.batch(), 1, Integer::sum);
    }

    private int count(WatchEvent.Ended ended) {
        if (endings.put(ended.batch(), ended.ending()) != null) {
            throw new AssertionError("ended twice: " + ended.batch());
        }
        return ended.ending().requests();
    }

    public long sum() {
        return sum;
    }

    private void add(long... values) {
        for (long value : values) {
            sum = (sum ^ value) * 0x100000001b3L + 1;
        }
    }
}
