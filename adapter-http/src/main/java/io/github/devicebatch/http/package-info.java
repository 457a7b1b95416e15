/**
 * Public API for Partner Center over HTTP, with {@link io.github.devicebatch.http.PartnerCenter} as entry point, and the wiring
 * behind it.
 *
 * <p>Answers are the application's types; no type of a JSON library is part of the API. {@code null} is refused everywhere with
 * a {@link NullPointerException}.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.http;

import org.jspecify.annotations.NullMarked;
