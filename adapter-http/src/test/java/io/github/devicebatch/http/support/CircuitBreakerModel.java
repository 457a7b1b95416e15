package io.github.devicebatch.http.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A simple model of the circuit breaker policy, for one attempt at a time. */
public final class CircuitBreakerModel {

    /** The result of an attempt. */
    public enum End {
        SUCCESS,
        FAILURE,
        REACHABLE,
        NEITHER,
        UNENDING
    }

    private static final Duration OPEN = Duration.ofSeconds(30);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);

    private enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private State state = State.CLOSED;
    private final List<Boolean> failures = new ArrayList<>();
    private Instant since = Instant.MIN;
    private int places;

    /** Returns whether the attempt is permitted. */
    public boolean attempt(Instant now, End end) {
        if (!acquire(now)) {
            return false;
        }
        boolean probe = state == State.HALF_OPEN;
        switch (end) {
            case SUCCESS -> record(false, now);
            case FAILURE -> record(true, now);
            case REACHABLE -> {
                if (probe) {
                    record(false, now);
                }
            }
            case NEITHER -> places++;
            case UNENDING -> {
                // it keeps its permit
            }
        }
        return true;
    }

    private boolean acquire(Instant now) {
        boolean due = state == State.OPEN && !now.isBefore(since.plus(OPEN));
        boolean stuck = state == State.HALF_OPEN && places == 0 && !now.isBefore(since.plus(PROBE_TIMEOUT));
        if (due || stuck) {
            become(State.HALF_OPEN, now);
            places = 3;
        }
        if (state == State.HALF_OPEN && places > 0) {
            since = now;
            places--;
            return true;
        }
        return state == State.CLOSED;
    }

    private void record(boolean failure, Instant now) {
        failures.add(failure);
        if (failures.size() > 20) {
            failures.removeFirst();
        }
        boolean mostlyFailing = 2 * failures.stream().filter(failed -> failed).count() >= failures.size();
        if (state == State.CLOSED && failures.size() >= 10 && mostlyFailing) {
            become(State.OPEN, now);
        } else if (state == State.HALF_OPEN && failures.size() == 3) {
            become(mostlyFailing ? State.OPEN : State.CLOSED, now);
        }
    }

    private void become(State next, Instant now) {
        state = next;
        since = now;
        failures.clear();
    }
}
