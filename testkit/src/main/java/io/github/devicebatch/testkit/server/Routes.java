package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.domain.BatchReference;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of the question, with the two ids as they were sent. The service's routing ignores case. */
public record Routes(String customer, String tracking) {

    private static final Pattern FORM =
            Pattern.compile("/v1/customers/([^/]+)/batchJobStatus/([^/]+)", Pattern.CASE_INSENSITIVE);

    /** Gives the path of the question about {@code batch}. */
    public static String text(BatchReference batch) {
        return "/v1/customers/" + batch.customer() + "/batchJobStatus/" + batch.tracking();
    }

    static Optional<Routes> of(String path) {
        Matcher form = FORM.matcher(path);
        return form.matches() ? Optional.of(new Routes(form.group(1), form.group(2))) : Optional.empty();
    }

    /** The path of a customer's batches, or of the devices of one of them. The service's routing ignores case. */
    record DeviceBatchPath(String customer, Optional<String> batch) {

        private static final Pattern FORM =
                Pattern.compile("/v1/customers/([^/]+)/deviceBatches(?:/([^/]+)/devices)?", Pattern.CASE_INSENSITIVE);

        static Optional<DeviceBatchPath> of(String path) {
            Matcher form = FORM.matcher(path);
            if (!form.matches()) {
                return Optional.empty();
            }
            return Optional.of(new DeviceBatchPath(
                    form.group(1), Optional.ofNullable(form.group(2)).map(DeviceBatchPath::decoded)));
        }

        /** Undoes the percent-encoding; what is not encoded right is taken as it stands. */
        private static String decoded(String segment) {
            try {
                return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                return segment;
            }
        }
    }
}
