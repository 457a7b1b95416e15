package io.github.devicebatch.testkit.junit;

import static io.github.devicebatch.testkit.junit.BatchStatusAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Batches;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BatchStatusAssertTest {

    private final BatchStatus status = Batches.documentedExample();

    @TestFactory
    Stream<DynamicTest> reportsTheExpectedAndTheActualValue() {
        return Stream.of(
                fails(() -> assertThat(status).hasOutcome(BatchOutcome.ALL_REGISTERED), "outcome", "ALL_FAILED"),
                fails(() -> assertThat(status).hasState(BatchState.Listed.QUEUED), "state", "FINISHED"),
                fails(() -> assertThat(status).isNotFinal(), "being final", "true"),
                fails(() -> assertThat(Batches.queued()).isFinal(), "being final", "false"),
                fails(() -> assertThat(status).hasTally(1, 0, 0), "tally", "registered=0, failed=1, unsettled=0"),
                fails(() -> assertThat(status).hasFailedDevices(), "failed devices", "[1234567890]"),
                fails(() -> assertThat(null).isFinal(), "null"));
    }

    @Test
    void printsNoProductKey() {
        assertThatThrownBy(() -> assertThat(status).isNotFinal()).hasMessageNotContaining("12345-67890-09876-54321");
    }

    private static DynamicTest fails(ThrowingCallable assertion, String... message) {
        return DynamicTest.dynamicTest(
                message[0],
                () -> assertThatThrownBy(assertion)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContainingAll(message));
    }
}
