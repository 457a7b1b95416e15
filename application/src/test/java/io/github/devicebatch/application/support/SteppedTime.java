package io.github.devicebatch.application.support;

import io.github.devicebatch.application.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that advances only on request; a pause waits for it. */
public final class SteppedTime implements InstantSource, Pause {

    private record Pausing(Thread thread, Instant until) {}

    private final List<Pausing> pausing = new ArrayList<>();
    private Instant now = LeapingTime.START;
    private int mostAtOnce;
    private int pauses;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        Instant until = now.plus(duration);
        Pausing pause = new Pausing(Thread.currentThread(), until);
        pausing.add(pause);
        pauses++;
        mostAtOnce = Math.max(mostAtOnce, pausing.size());
        notifyAll();
        try {
            while (now.isBefore(until)) {
                wait();
            }
        } finally {
            pausing.remove(pause);
            notifyAll();
        }
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        notifyAll();
    }

    /** Waits until the timer is set to this many seconds after the start. */
    public void awaitAlarmFor(long seconds) throws InterruptedException {
        awaitPause(seconds, true);
    }

    /** Waits until the watching thread pauses until this many seconds after the start. */
    public void awaitPauseUntil(long seconds) throws InterruptedException {
        awaitPause(seconds, false);
    }

    private synchronized void awaitPause(long seconds, boolean alarm) throws InterruptedException {
        Instant until = LeapingTime.START.plusSeconds(seconds);
        while (pausing.stream().noneMatch(pause -> pause.until.equals(until) && pause.thread.isVirtual() == alarm)) {
            wait();
        }
    }

    public synchronized boolean noThreadPauses() {
        return pausing.isEmpty();
    }

    public synchronized int pauses() {
        return pauses;
    }

    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }
}
