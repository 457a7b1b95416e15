/** Public API for metrics and logs: the events of the queries, and their listener. */
package io.github.devicebatch.http.event;
