package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.input.InputFile;
import io.github.devicebatch.cli.input.ReferenceList;
import io.github.devicebatch.cli.input.ReferenceText;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.domain.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Parser of batch references from arguments, files and standard input.
 *
 * @param customer the customer of references that are a bare tracking id
 * @param names the names of customers, which may stand for their ids
 * @param notes takes what is worth a note to the user
 */
public record References(Optional<CustomerId> customer, CustomerNames names, Consumer<String> notes) {

    /** The argument for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final int MAX_BATCHES = 100_000;
    private static final String FORMS = "see the forms of REF in: devicebatch help status";

    /**
     * Reads all references, in order and each batch once: those of the arguments, with the argument {@code -} replaced by the list
     * in {@code in}, then those of the files.
     *
     * @throws UsageException if a reference or a list is invalid or there is none
     */
    public List<BatchReference> read(List<String> arguments, List<String> files, InputStream in) {
        if (arguments.indexOf(STANDARD_INPUT) != arguments.lastIndexOf(STANDARD_INPUT)) {
            throw new UsageException(
                    Problem.of("- is given twice, but standard input can be read only once", "give - once"));
        }
        Batches batches = new Batches();
        for (String argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                batches.addList(in, "standard input");
            } else {
                batches.add(argument, "");
            }
        }
        for (String file : files) {
            batches.addFile(file);
        }
        return batches.distinct();
    }

    /** Batches of one command line. */
    private final class Batches {

        private final Set<BatchReference> distinct = new LinkedHashSet<>();
        private int repeated;

        void addFile(String name) {
            InputFile file = new InputFile("the list of references", name);
            try (InputStream in = file.open()) {
                addList(in, file.shownName());
            } catch (IOException failure) {
                throw file.unusable(failure);
            }
        }

        void addList(InputStream in, String source) {
            try {
                ReferenceList.read(in, new ReferenceList.Receiver() {
                    @Override
                    public void reference(String text, long line) {
                        add(text, "line " + line + " of " + source + ": ");
                    }

                    @Override
                    public void unknownHeader(String text, long line) {
                        notes.accept("line " + line + " of " + source + " is taken for a header: "
                                + Excerpt.ofBothEnds(text, 80));
                    }
                });
            } catch (IOException failure) {
                throw new UsageException(Problem.of(
                        source + " cannot be read: " + failure.getMessage(),
                        "give a list with one reference per line, or with the columns customerId and trackingId, on standard"
                                + " input or with " + ReferenceOptions.FILE));
            }
        }

        void add(String text, String place) {
            repeated += distinct.add(reference(text, place)) ? 0 : 1;
            if (distinct.size() > MAX_BATCHES) {
                throw new UsageException(Problem.of(
                        place + "more than " + MAX_BATCHES + " batches",
                        "divide the list, and run the command for each part"));
            }
        }

        List<BatchReference> distinct() {
            if (distinct.isEmpty()) {
                throw new UsageException(
                        Problem.of("standard input has no batch reference", "write one reference per line"));
            }
            if (repeated > 0) {
                notes.accept(Phrases.count(repeated, "repeated reference is", "repeated references are")
                        + " left out; each batch is requested once");
            }
            return List.copyOf(distinct);
        }
    }

    private BatchReference reference(String given, String place) {
        String text = names.resolve(ReferenceText.clean(given));
        try {
            return customer.filter(known -> !text.contains("/"))
                    .map(known -> new BatchReference(known, BatchTrackingId.parse(text)))
                    .orElseGet(() -> BatchReference.parse(text));
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(Problem.of(place + invalid.getMessage(), FORMS));
        }
    }
}
