/**
 * Public API for metrics and logs: the events of the queries, and their listener.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.http.event;

import org.jspecify.annotations.NullMarked;
