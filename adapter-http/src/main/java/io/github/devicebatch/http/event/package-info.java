/** Public API for metrics and logs: the events of the queries, and their listener. */
@NullMarked
package io.github.devicebatch.http.event;

import org.jspecify.annotations.NullMarked;
