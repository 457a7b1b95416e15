package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads which batches are meant, all of them before anything is sent.
 *
 * @param customer whose batch a tracking id alone is
 */
public record References(Optional<CustomerId> customer) {

    /** The argument that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String FORMS = "devicebatch help status shows every form of a REF";

    /**
     * Reads arguments; {@code -} reads lines of {@code in} in its place, where blank lines and those that begin with
     * {@code #} are passed over.
     *
     * @throws UsageException if a reference is none, or there is none at all
     */
    public List<BatchReference> read(List<String> arguments, InputStream in) {
        if (arguments.indexOf(STANDARD_INPUT) != arguments.lastIndexOf(STANDARD_INPUT)) {
            throw new UsageException(Problem.of("- stands twice, but standard input can be read once", "give - once"));
        }
        List<BatchReference> batches = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                batches.addAll(lines(in));
            } else {
                batches.add(reference(argument, ""));
            }
        }
        if (batches.isEmpty()) {
            throw new UsageException(Problem.of("standard input names no batch", "write one reference a line"));
        }
        return batches;
    }

    private List<BatchReference> lines(InputStream in) {
        List<BatchReference> batches = new ArrayList<>();
        try {
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
                String text = line.replace(BYTE_ORDER_MARK, "").strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    batches.add(reference(text, "line " + number + " of standard input: "));
                }
            }
        } catch (IOException broken) {
            throw new UsageException(
                    Problem.of("standard input cannot be read: " + broken.getMessage(), "give it once more"));
        }
        return batches;
    }

    private BatchReference reference(String text, String place) {
        try {
            return customer.filter(known -> !text.contains("/"))
                    .map(known -> new BatchReference(known, BatchTrackingId.parse(text)))
                    .orElseGet(() -> BatchReference.parse(text));
        } catch (IllegalArgumentException noReference) {
            throw new UsageException(Problem.of(place + noReference.getMessage(), FORMS));
        }
    }
}
