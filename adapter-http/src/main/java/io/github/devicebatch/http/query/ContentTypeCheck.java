package io.github.devicebatch.http.query;

import io.github.devicebatch.http.json.UnreadableBodyException;
import java.net.http.HttpHeaders;
import java.util.Locale;

/** Check of the headers that describe a body, before the body is read. */
final class ContentTypeCheck {

    private ContentTypeCheck() {}

    /**
     * Checks that the headers name JSON or no type, and no content encoding, because none was requested.
     *
     * @throws UnreadableBodyException if they name anything else
     */
    static void requirePlainJson(HttpHeaders headers) {
        for (String encoding : headers.allValues("Content-Encoding")) {
            if (!encoding.strip().equalsIgnoreCase("identity")) {
                throw new UnreadableBodyException("it is encoded although no encoding was requested");
            }
        }
        for (String type : headers.allValues("Content-Type")) {
            String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (!media.equals("application/json") && !media.equals("text/json")) {
                throw new UnreadableBodyException("its Content-Type is not JSON");
            }
        }
    }
}
