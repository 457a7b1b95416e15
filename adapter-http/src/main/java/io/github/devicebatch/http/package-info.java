/**
 * Asks Partner Center over HTTP: {@link io.github.devicebatch.http.PartnerCenter} is the only door.
 *
 * <p>Here belongs what is true of the wire: addresses, headers, tokens, deadlines, statuses, JSON. What an answer means is
 * said in the words of the application; no type of the HTTP client or of a JSON library is needed to use one. {@code null}
 * is refused everywhere with a {@link NullPointerException}.
 */
package io.github.devicebatch.http;
