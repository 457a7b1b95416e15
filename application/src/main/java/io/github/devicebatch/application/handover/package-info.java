/**
 * The handover of an answer from a query to the use case that handles it; for the HTTP adapter.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.application.handover;

import org.jspecify.annotations.NullMarked;
