package io.github.devicebatch.http.event;

/**
 * Listener for the events of all queries of a Partner Center, for metrics and logs.
 *
 * <pre>{@code
 * QueryListener listener = event -> {
 *     if (event instanceof QueryEvent.CircuitBreakerChanged changed) {
 *         System.out.println("circuit breaker: " + changed.from() + " -> " + changed.to());
 *     }
 * };
 * }</pre>
 *
 * <p>It is called on the thread that asks, so it MUST be quick and thread-safe. The events of one query are reported in their
 * order, on its thread. An exception that the listener throws ends the query, and nothing else.
 */
@FunctionalInterface
public interface QueryListener {

    /** A listener that ignores every event. */
    QueryListener NONE = event -> {};

    /**
     * Receives an event.
     *
     * @param event the event
     */
    void on(QueryEvent event);

    /**
     * Returns a listener that passes each event to this listener, and then to another.
     *
     * @param next the other listener
     * @return the combined listener
     */
    default QueryListener andThen(QueryListener next) {
        return event -> {
            on(event);
            next.on(event);
        };
    }
}
