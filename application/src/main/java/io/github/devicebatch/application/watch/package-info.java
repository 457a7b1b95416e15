/**
 * The use cases that ask more than once: {@link io.github.devicebatch.application.watch.BatchWatch} asks until batches are
 * final, {@link io.github.devicebatch.application.watch.BatchSurvey} asks once about each of many batches.
 *
 * <p>Time is a parameter: {@link java.time.InstantSource} and {@link io.github.devicebatch.application.Pause}. {@code null}
 * is refused with a {@link NullPointerException}.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.application.watch;

import org.jspecify.annotations.NullMarked;
