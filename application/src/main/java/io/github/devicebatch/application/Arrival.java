package io.github.devicebatch.application;

/**
 * What the threads that ask, and the alarm, send to the one who waits.
 *
 * @param <S> what is asked about
 */
sealed interface Arrival<S> {

    record Answered<S>(Thread asking, BatchStatusAnswer answer) implements Arrival<S> {}

    record Interrupted<S>(Thread asking) implements Arrival<S> {}

    record Failed<S>(Throwable failure) implements Arrival<S> {}

    record Tick<S>() implements Arrival<S> {}
}
