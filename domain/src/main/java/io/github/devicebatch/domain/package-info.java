/**
 * The words of the field: batches, devices, their states, errors and outcomes, and what changes from one description to
 * the next.
 *
 * <p>Here belongs what would be true if Partner Center were asked by letter: values and what follows from them. Every
 * type is immutable and safe for use by several threads. No type here knows of HTTP, JSON, files or clocks; what may be
 * missing is an {@link java.util.Optional}, and {@code null} is refused everywhere with a {@link NullPointerException}.
 */
package io.github.devicebatch.domain;
