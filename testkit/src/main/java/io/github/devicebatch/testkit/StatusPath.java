package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchReference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of the question, with the two ids as they were sent. The service's routing ignores case. */
record StatusPath(String customer, String tracking) {

    private static final Pattern FORM =
            Pattern.compile("/v1/customers/([^/]+)/batchJobStatus/([^/]+)", Pattern.CASE_INSENSITIVE);

    /** Gives the path of the question about {@code batch}. */
    static String text(BatchReference batch) {
        return "/v1/customers/" + batch.customer() + "/batchJobStatus/" + batch.tracking();
    }

    static Optional<StatusPath> of(String path) {
        Matcher form = FORM.matcher(path);
        return form.matches() ? Optional.of(new StatusPath(form.group(1), form.group(2))) : Optional.empty();
    }
}
