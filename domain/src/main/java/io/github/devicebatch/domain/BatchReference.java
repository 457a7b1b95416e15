package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to one upload: the customer and the tracking id of the upload job.
 *
 * @param customer the customer whose devices were uploaded
 * @param tracking the upload job
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 */
public record BatchReference(CustomerId customer, BatchTrackingId tracking) {

    private static final int MAX_LENGTH = 2_048;

    /** An optional origin and path around the two ids, then an optional slash and query. Case is ignored in ASCII only. */
    private static final Pattern FORM = Pattern.compile(
            "(?:(?:(?:https?://[^/?#\\s]+)?/)?(?:v1/)?customers/(?<customer>[^/?#\\s]+)/batchJobStatus/(?<tracking>[^/?#\\s]+)"
                    + "|(?<pairCustomer>[^/?#:\\s]+)/(?<pairTracking>[^/?#:\\s]+))/?(?:\\?[^#\\s]*)?",
            Pattern.CASE_INSENSITIVE);

    /**
     * Creates the reference.
     *
     * @throws NullPointerException if either is null
     */
    public BatchReference {
        requireNonNull(customer, "customer");
        requireNonNull(tracking, "tracking");
    }

    /**
     * Reads a reference in any of these forms:
     *
     * <ul>
     *   <li>{@code customer/tracking}, as {@link #toString} returns it;
     *   <li>the {@code Location} of an accepted upload, {@code /customers/{customer}/batchJobStatus/{tracking}}, with or
     *       without {@code /v1} in front;
     *   <li>an absolute {@code http} or {@code https} URL with that path. Only the two ids are used: no request
     *       is sent to its host.
     * </ul>
     *
     * Case is ignored, and so are a trailing slash and a query. A reference has at most 2,048
     * characters.
     *
     * @param text the reference's text, with nothing around it
     * @return the reference
     * @throws IllegalArgumentException if {@code text} has none of these forms; the message quotes about 80 characters of it, with
     *     the first one at fault among them
     */
    public static BatchReference parse(String text) {
        Matcher form = FORM.matcher(text.length() > MAX_LENGTH ? "" : text);
        if (!form.matches()) {
            throw notAReference(quoted(text, form), remedy(text));
        }
        boolean pair = form.group("pairCustomer") != null;
        String customer = form.group(pair ? "pairCustomer" : "customer");
        String tracking = form.group(pair ? "pairTracking" : "tracking");
        if (!Guid.isGuid(customer) || !Guid.isGuid(tracking)) {
            throw notAReference(
                    quotedIds(text, customer, tracking),
                    "the " + (Guid.isGuid(customer) ? "tracking" : "customer") + " id is not a GUID");
        }
        return new BatchReference(CustomerId.parse(customer), BatchTrackingId.parse(tracking));
    }

    private static IllegalArgumentException notAReference(String quoted, String why) {
        return new IllegalArgumentException("not a batch reference: " + quoted + "; " + why);
    }

    /** Returns the text with the first character that no reference has there: behind a whole reference, or anywhere. */
    private static String quoted(String text, Matcher form) {
        if (text.length() > MAX_LENGTH) {
            return Excerpt.quoted(text);
        }
        int fault = startsWithReference(form) ? form.end() : firstForeign(text);
        return fault < text.length() ? Excerpt.quoted(text, fault) : Excerpt.quoted(text);
    }

    private static boolean startsWithReference(Matcher form) {
        return form.lookingAt()
                && Guid.isGuid(form.group(form.group("customer") == null ? "pairCustomer" : "customer"))
                && Guid.isGuid(form.group(form.group("tracking") == null ? "pairTracking" : "tracking"));
    }

    private static int firstForeign(String text) {
        int index = 0;
        while (index < text.length() && text.charAt(index) > ' ' && text.charAt(index) <= '~') {
            index++;
        }
        return index;
    }

    /** Returns a short text whole. Of a long one only the ids: its host says nothing. */
    private static String quotedIds(String text, String customer, String tracking) {
        String shown = text.length() > Excerpt.INPUT_LENGTH ? customer + "/" + tracking : text;
        int start = Guid.isGuid(customer) ? shown.lastIndexOf(tracking) : shown.indexOf(customer);
        int fault = start + Guid.fault(Guid.isGuid(customer) ? tracking : customer);
        return fault < shown.length() ? Excerpt.quoted(shown, fault) : Excerpt.quoted(shown);
    }

    private static String remedy(String text) {
        return Guid.isGuid(text)
                ? "a tracking id needs its customer in front of it: customer/tracking"
                : "give customer/tracking, the upload's Location (/customers/…/batchJobStatus/…) or its URL";
    }

    /** Returns {@code customer/tracking}, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return customer + "/" + tracking;
    }
}
