package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLabelsTest {

    @Test
    void eightDigitsAreEnoughForMost() {
        assertThat(label(Batches.REFERENCE)).isEqualTo("0127ed8e…");
        assertThat(label(Batches.REFERENCE, Batches.numbered(1))).isEqualTo("0127ed8e…");
    }

    @Test
    void takesAsManyGroupsAsItTakes() {
        BatchReference near = BatchReference.parse(Batches.CUSTOMER + "/0127ed8e-ff72-4983-0000-e8d8bd378932");

        assertThat(label(Batches.REFERENCE, near)).isEqualTo("0127ed8e-ff72-4983-a3d8…");
    }

    @Test
    void takesTheWholeIdWhereNothingLessTells() {
        assertThat(label(Batches.numbered(1), Batches.numbered(2))).isEqualTo("ba7c0000-0000-4000-8000-000000000001");
        assertThat(label(Batches.REFERENCE, Batches.anotherCustomersBatch()))
                .isEqualTo("0127ed8e-ff72-4983-a3d8-e8d8bd378932");
    }

    private static String label(BatchReference first, BatchReference... others) {
        List<BatchReference> all = new ArrayList<>(List.of(others));
        all.add(first);
        return LiveProgress.Labels.telling(all).of(first);
    }
}
