package io.github.devicebatch.http.transport;

import java.time.Duration;

/** Point on the JVM's monotonic clock at which an exchange ends. It is real time, because sockets wait in real time. */
record Deadline(long nanos) {

    static Deadline after(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Returns this deadline, or that after {@code duration} if it is earlier. */
    Deadline orAfter(Duration duration) {
        return duration.compareTo(left()) < 0 ? after(duration) : this;
    }

    /** Returns the time left; zero after the deadline. */
    Duration left() {
        return Duration.ofNanos(nanosLeft());
    }

    /** Returns the time left in nanoseconds; zero after the deadline. */
    long nanosLeft() {
        return Math.max(0, nanos - System.nanoTime());
    }

    boolean isBefore(Deadline other) {
        return nanos - other.nanos < 0;
    }
}
