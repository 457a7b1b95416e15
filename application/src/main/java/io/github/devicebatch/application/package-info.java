/**
 * The driven port {@link io.github.devicebatch.application.BatchStatusQuery}, what it answers, and what is decided about
 * questions: {@link io.github.devicebatch.application.watch.BatchWatch} asks until batches are final,
 * {@link io.github.devicebatch.application.watch.BatchSurvey} asks once about each of many.
 *
 * <p>Adapters implement the port; whoever wants to know calls it, or one of these two. Here belongs what is decided about
 * questions and answers, whatever carries them. Nothing here sleeps, reads a clock, logs or does input and output: time
 * comes in as {@link java.time.InstantSource} and {@link io.github.devicebatch.application.Pause}. {@code null} is refused
 * everywhere with a {@link NullPointerException}.
 */
package io.github.devicebatch.application;
