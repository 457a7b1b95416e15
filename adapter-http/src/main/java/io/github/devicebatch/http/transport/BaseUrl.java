package io.github.devicebatch.http.transport;

import io.github.devicebatch.domain.BatchReference;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Base URL of Partner Center, the only address that receives an access token. */
public record BaseUrl(URI uri) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is neither {@code https} nor on loopback, has user info, query or fragment, or
     *     ends in {@code /v1}
     */
    public BaseUrl {
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw refused(uri, "it has no scheme and host", "give one such as https://api.partnercenter.microsoft.com");
        }
        if (!isSecure(uri) && !isLoopback(uri)) {
            throw refused(uri, "it would send the access token in the clear", "use https; http is for loopback only");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused(uri, "it has more than scheme, host, port and path", "remove user, query and fragment");
        }
        if (uri.getRawPath().matches("(?i).*/v1/?")) {
            throw refused(uri, "it ends in /v1, which is added to it", "remove /v1");
        }
    }

    /** Returns scheme, host and port. */
    public URI server() {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    /** Returns the path of {@link #batchJobStatus} with the names of the ids in braces, as RFC 6570 has it. */
    public String batchJobStatusTemplate() {
        return withoutSlashes(server() + uri.getRawPath())
                        .substring(server().toString().length())
                + "/v1/customers/{customerId}/batchJobStatus/{batchTrackingId}";
    }

    /** Returns the address of the batch's status. Ids are GUIDs, so nothing in them needs encoding. */
    public URI batchJobStatus(BatchReference batch) {
        return URI.create(withoutSlashes(uri.toString()) + "/v1/customers/" + batch.customer() + "/batchJobStatus/"
                + batch.tracking());
    }

    private static String withoutSlashes(String url) {
        int end = url.length();
        while (url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    public boolean isSecure() {
        return isSecure(uri);
    }

    static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    static boolean isLoopback(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** The message shows the address without user info and query, which may have a secret. */
    private static IllegalArgumentException refused(URI uri, String why, String remedy) {
        String shown = uri.getHost() == null ? "" : ": " + uri.getScheme() + "://" + uri.getHost() + uri.getRawPath();
        return new IllegalArgumentException("not a base URL" + shown + "; " + why + "; " + remedy);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
