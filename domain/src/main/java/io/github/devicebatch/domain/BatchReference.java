package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which upload is meant: which customer's, and which of that customer's jobs.
 *
 * @param customer whose devices were uploaded
 * @param tracking the upload job
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 */
public record BatchReference(CustomerId customer, BatchTrackingId tracking) {

    private static final int LONGEST = 2_048;

    /** An optional origin and path around the two ids, then an optional slash and query. Case is ignored in ASCII only. */
    private static final Pattern FORM = Pattern.compile(
            "(?:(?:(?:https?://[^/?#\\s]+)?/)?(?:v1/)?customers/(?<customer>[^/?#\\s]+)/batchJobStatus/(?<tracking>[^/?#\\s]+)"
                    + "|(?<pairCustomer>[^/?#:\\s]+)/(?<pairTracking>[^/?#:\\s]+))/?(?:\\?[^#\\s]*)?",
            Pattern.CASE_INSENSITIVE);

    /**
     * Joins the two ids.
     *
     * @throws NullPointerException if either is null
     */
    public BatchReference {
        requireNonNull(customer, "customer");
        requireNonNull(tracking, "tracking");
    }

    /**
     * Reads a reference in any form in which people meet one.
     *
     * <ul>
     *   <li>{@code customer/tracking}, as {@link #toString} gives it;
     *   <li>the {@code Location} of an accepted upload, {@code /customers/{customer}/batchJobStatus/{tracking}}, with or
     *       without {@code /v1} in front;
     *   <li>an absolute {@code http} or {@code https} URL with that path. Only the two ids are taken from it: its host
     *       is never asked.
     * </ul>
     *
     * Upper and lower case are alike, and a trailing slash or a query is passed over. A reference has at most 2,048
     * characters.
     *
     * @param text the reference's text, with nothing around it
     * @return the reference
     * @throws IllegalArgumentException if {@code text} is none of these; the message repeats at most 80 characters of it
     */
    public static BatchReference parse(String text) {
        Matcher form = FORM.matcher(text.length() > LONGEST ? "" : text);
        if (!form.matches()) {
            throw notAReference(text, wayOut(text));
        }
        boolean pair = form.group("pairCustomer") != null;
        String customer = form.group(pair ? "pairCustomer" : "customer");
        String tracking = form.group(pair ? "pairTracking" : "tracking");
        if (!Guid.isGuid(customer) || !Guid.isGuid(tracking)) {
            String ids = text.length() > Excerpt.INPUT_LENGTH ? customer + "/" + tracking : text;
            throw notAReference(ids, "the " + (Guid.isGuid(customer) ? "tracking" : "customer") + " id is not a GUID");
        }
        return new BatchReference(CustomerId.parse(customer), BatchTrackingId.parse(tracking));
    }

    private static IllegalArgumentException notAReference(String input, String why) {
        return new IllegalArgumentException("not a batch reference: " + Excerpt.quoted(input) + "; " + why);
    }

    private static String wayOut(String text) {
        return Guid.isGuid(text)
                ? "a tracking id needs its customer in front of it: customer/tracking"
                : "give customer/tracking, the upload's Location (/customers/…/batchJobStatus/…) or its URL";
    }

    /** Gives {@code customer/tracking}, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return customer + "/" + tracking;
    }
}
