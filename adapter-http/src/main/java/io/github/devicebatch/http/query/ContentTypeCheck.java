package io.github.devicebatch.http.query;

import io.github.devicebatch.http.json.UnreadableBodyException;
import java.net.http.HttpHeaders;
import java.util.Locale;

/** Looks at what a response calls its body before the body is read. */
final class ContentTypeCheck {

    private ContentTypeCheck() {}

    /**
     * Demands JSON, or nothing said, and no content encoding: none was asked for, and nothing is inflated.
     *
     * @throws UnreadableBodyException if the response calls its body anything else
     */
    static void demandPlainJson(HttpHeaders headers) {
        for (String encoding : headers.allValues("Content-Encoding")) {
            if (!encoding.strip().equalsIgnoreCase("identity")) {
                throw new UnreadableBodyException("it is encoded although no encoding was asked for");
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
