package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.domain.BatchReference;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths of Partner Center's API. The service matches them in any case. */
final class Routes {

    private static final Pattern STATUS =
            Pattern.compile("/v1/customers/([^/]+)/batchJobStatus/([^/]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEVICE_BATCHES =
            Pattern.compile("/v1/customers/([^/]+)/deviceBatches(?:/([^/]+)/devices)?", Pattern.CASE_INSENSITIVE);

    private Routes() {}

    static String status(BatchReference batch) {
        return "/v1/customers/" + batch.customer() + "/batchJobStatus/" + batch.tracking();
    }

    /**
     * The path of the status of a batch.
     *
     * @param customer the customer id as sent
     * @param tracking the batch tracking id as sent
     */
    record StatusPath(String customer, String tracking) {

        static Optional<StatusPath> parse(String path) {
            Matcher matcher = STATUS.matcher(path);
            return matcher.matches()
                    ? Optional.of(new StatusPath(matcher.group(1), matcher.group(2)))
                    : Optional.empty();
        }
    }

    /**
     * The path of a customer's batches, or of the devices of a batch.
     *
     * @param customer the customer id as sent
     * @param batch the id of the batch, decoded; empty for the path of all batches
     */
    record DeviceBatchPath(String customer, Optional<String> batch) {

        static Optional<DeviceBatchPath> parse(String path) {
            Matcher matcher = DEVICE_BATCHES.matcher(path);
            return matcher.matches()
                    ? Optional.of(new DeviceBatchPath(
                            matcher.group(1),
                            Optional.ofNullable(matcher.group(2)).map(DeviceBatchPath::decoded)))
                    : Optional.empty();
        }

        /** Returns a path segment without percent-encoding, or unchanged if the encoding is invalid. */
        private static String decoded(String segment) {
            try {
                return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
            } catch (IllegalArgumentException invalid) {
                return segment;
            }
        }
    }
}
