package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchReference;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Short names for a few batches, each told from the others: the first digits of its tracking id, as many as that takes.
 *
 * @param length how many characters of the tracking id
 */
record BatchLabels(int length) {

    private static final int[] WHOLE_GROUPS = {8, 13, 18, 23};
    private static final int ALL = 36;

    static BatchLabels telling(Collection<BatchReference> batches) {
        return new BatchLabels(IntStream.of(WHOLE_GROUPS)
                .filter(length -> new BatchLabels(length).tell(batches))
                .findFirst()
                .orElse(ALL));
    }

    private boolean tell(Collection<BatchReference> batches) {
        return batches.stream().map(this::of).distinct().count() == batches.size();
    }

    String of(BatchReference batch) {
        String tracking = batch.tracking().toString();
        return length < ALL ? tracking.substring(0, length) + "…" : tracking;
    }
}
