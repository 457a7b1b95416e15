/**
 * HTTP requests, request handlers, and replies with their faults, as data without sockets.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit.http;

import org.jspecify.annotations.NullMarked;
