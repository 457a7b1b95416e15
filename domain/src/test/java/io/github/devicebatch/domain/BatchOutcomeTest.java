package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchOutcomeTest {

    /** The whole table: state of the batch (across) against outcomes of the rows (down). */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            registered | failed | unsettled | not final | finished       | finished_with_errors
            0          | 0      | 0         | PENDING   | UNCONFIRMED    | UNCONFIRMED
            2          | 0      | 0         | PENDING   | ALL_REGISTERED | UNCONFIRMED
            0          | 2      | 0         | PENDING   | ALL_FAILED     | ALL_FAILED
            1          | 1      | 0         | PENDING   | SOME_FAILED    | SOME_FAILED
            0          | 0      | 2         | PENDING   | UNCONFIRMED    | UNCONFIRMED
            1          | 0      | 1         | PENDING   | UNCONFIRMED    | UNCONFIRMED
            0          | 1      | 1         | PENDING   | UNCONFIRMED    | UNCONFIRMED
            1          | 1      | 1         | PENDING   | UNCONFIRMED    | UNCONFIRMED
            """)
    void comesFromTheRowsOnceTheBatchIsFinal(
            int registered,
            int failed,
            int unsettled,
            BatchOutcome notFinal,
            BatchOutcome finished,
            BatchOutcome finishedWithErrors) {
        DeviceTally tally = new DeviceTally(registered, failed, unsettled);

        for (String word : new String[] {"unknown", "queued", "processing", "archived"}) {
            assertThat(BatchOutcome.of(BatchState.of(word), tally)).as(word).isEqualTo(notFinal);
        }
        assertThat(BatchOutcome.of(BatchState.Listed.FINISHED, tally)).isEqualTo(finished);
        assertThat(BatchOutcome.of(BatchState.Listed.FINISHED_WITH_ERRORS, tally))
                .isEqualTo(finishedWithErrors);
    }

    /** An accepted device counts as registered, and it explains the errors that the batch reports. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            registered | failed | unsettled | accepted | processing | finished       | finished_with_errors
            0          | 0      | 0         | 2        | PENDING    | ALL_REGISTERED | ALL_REGISTERED
            1          | 0      | 0         | 1        | PENDING    | ALL_REGISTERED | ALL_REGISTERED
            0          | 1      | 0         | 1        | PENDING    | SOME_FAILED    | SOME_FAILED
            1          | 1      | 0         | 1        | PENDING    | SOME_FAILED    | SOME_FAILED
            0          | 0      | 1         | 1        | PENDING    | UNCONFIRMED    | UNCONFIRMED
            """)
    void countsAcceptedDevicesAsRegistered(
            int registered,
            int failed,
            int unsettled,
            int accepted,
            BatchOutcome processing,
            BatchOutcome finished,
            BatchOutcome finishedWithErrors) {
        DeviceTally tally = new DeviceTally(registered, failed, unsettled, accepted);

        assertThat(BatchOutcome.of(BatchState.Listed.PROCESSING, tally)).isEqualTo(processing);
        assertThat(BatchOutcome.of(BatchState.Listed.FINISHED, tally)).isEqualTo(finished);
        assertThat(BatchOutcome.of(BatchState.Listed.FINISHED_WITH_ERRORS, tally))
                .isEqualTo(finishedWithErrors);
    }
}
