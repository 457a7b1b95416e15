/**
 * The driven port {@link io.github.devicebatch.application.BatchStatusQuery} and its answers.
 *
 * <p>Adapters implement the port. {@link io.github.devicebatch.application.watch} contains the use cases that ask more than
 * once. No type here sleeps, reads a clock, logs, or does input and output. {@code null} is refused with a
 * {@link NullPointerException}.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.application;

import org.jspecify.annotations.NullMarked;
