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
 * Parser of batch references from arguments and standard input.
 *
 * @param customer the customer of references that are a bare tracking id
 */
public record References(Optional<CustomerId> customer) {

    /** The argument for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String FORMS = "see the forms of REF in: devicebatch help status";

    /**
     * Reads all references, in order. The argument {@code -} is replaced by the lines of {@code in}; blank lines and lines
     * that begin with {@code #} are ignored.
     *
     * @throws UsageException if a reference is invalid or there is none
     */
    public List<BatchReference> read(List<String> arguments, InputStream in) {
        if (arguments.indexOf(STANDARD_INPUT) != arguments.lastIndexOf(STANDARD_INPUT)) {
            throw new UsageException(
                    Problem.of("- is given twice, but standard input can be read only once", "give - once"));
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
            throw new UsageException(
                    Problem.of("standard input has no batch reference", "write one reference per line"));
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
        } catch (IOException failure) {
            throw new UsageException(
                    Problem.of("standard input cannot be read: " + failure.getMessage(), "run the command again"));
        }
        return batches;
    }

    private BatchReference reference(String text, String location) {
        try {
            return customer.filter(known -> !text.contains("/"))
                    .map(known -> new BatchReference(known, BatchTrackingId.parse(text)))
                    .orElseGet(() -> BatchReference.parse(text));
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(Problem.of(location + invalid.getMessage(), FORMS));
        }
    }
}
