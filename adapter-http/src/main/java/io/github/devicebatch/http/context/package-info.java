/** Ids and deadline of the query that runs on the current thread. */
package io.github.devicebatch.http.context;
