/**
 * Value types for batches, devices, their states, errors and outcomes, and the changes between descriptions.
 *
 * <p>Only values and what follows from them belong here: no HTTP, JSON, files or clocks. Every type is immutable and
 * thread-safe. What may be absent is an {@link java.util.Optional}; {@code null} is refused with a
 * {@link NullPointerException}.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.domain;

import org.jspecify.annotations.NullMarked;
