package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Filter of requests that a web page in a browser on this machine could send, which no other machine can reach.
 *
 * <p>A page of a foreign site reaches the server by a name of its own that resolves to 127.0.0.1 (DNS rebinding), and is then
 * recognized by {@code Host}; or by its address, and then the browser adds {@code Origin} or {@code Sec-Fetch-Site}, or sends a
 * content type of a form.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch Metadata Request Headers, 2.3</a>
 */
final class CrossSiteFilter {

    private static final Pattern LOOPBACK = Pattern.compile(
            "(localhost|[a-z0-9.-]+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?",
            Pattern.CASE_INSENSITIVE);

    /** Names that no foreign site can take; a hosts file may send them to the fake. */
    private static final Pattern PLAYED = Pattern.compile(
            "(api\\.partnercenter\\.microsoft\\.com|login\\.microsoftonline\\.com)(:[0-9]{1,5})?",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> OF_FORMS =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

    private CrossSiteFilter() {}

    /** Returns a rejection if the request was sent to a foreign name. */
    static Optional<Reply> rejectForeignHost(Request request) {
        List<String> hosts = request.values("Host");
        boolean own = hosts.isEmpty() || hosts.size() == 1 && isOwn(hosts.getFirst());
        return own
                ? Optional.empty()
                : rejection("The Host header must be a loopback address, localhost, or a host of Partner Center.");
    }

    private static boolean isOwn(String host) {
        return LOOPBACK.matcher(host).matches() || PLAYED.matcher(host).matches();
    }

    /** Returns a rejection of a form that a page of another site has sent. */
    static Optional<Reply> rejectOtherSite(Request request) {
        return SAME_SITE.containsAll(request.values("Sec-Fetch-Site"))
                ? Optional.empty()
                : rejection("Requests from pages of other sites are rejected.");
    }

    /** Returns a rejection of a control request that a web page of another site may have sent. */
    static Optional<Reply> rejectWebPage(Request request) {
        List<String> hosts = request.values("Host");
        if (hosts.size() != 1 || !LOOPBACK.matcher(hosts.getFirst()).matches()) {
            return rejection("The Host header must be 127.0.0.1, [::1] or localhost.");
        }
        if (!request.values("Origin").isEmpty() || !SAME_SITE.containsAll(request.values("Sec-Fetch-Site"))) {
            return rejection("Requests from web pages are rejected: remove the headers Origin and Sec-Fetch-Site.");
        }
        return request.values("Content-Type").stream().anyMatch(CrossSiteFilter::isOfForm)
                ? rejection("The content type of a form is rejected: send Content-Type: application/json.")
                : Optional.empty();
    }

    private static boolean isOfForm(String contentType) {
        return OF_FORMS.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<Reply> rejection(String description) {
        return Optional.of(Reply.fault(403, "403", description));
    }
}
