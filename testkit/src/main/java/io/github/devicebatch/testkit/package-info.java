/**
 * Examples of batches, devices and answers, clocks for tests, and the port in memory.
 *
 * <p>The packages below need optional libraries: {@code junit} and {@code contract} need JUnit, {@code assertions} and
 * {@code contract} AssertJ, {@code archrules} ArchUnit, TLS and application certificates Bouncy Castle. Every method rejects
 * {@code null} with a {@link NullPointerException}.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit;

import org.jspecify.annotations.NullMarked;
