package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTotals;
import io.github.devicebatch.domain.DeviceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Content of a report that is written at the end: all batches, and their totals.
 *
 * @param batches the batches, in the order in which they were reported
 * @param devices the devices to list
 * @param summary the batches by verdict, and the totals of their devices
 * @param written the time of the report
 */
public record ReportContent(List<Batch> batches, DeviceFilter devices, Summary summary, Instant written) {

    /** Creates the content; the list is copied. */
    public ReportContent {
        batches = List.copyOf(batches);
    }

    /** Returns the totals of the batches with a status. */
    public BatchTotals totals() {
        return summary.totals();
    }

    /** Returns the devices of a batch to list. */
    public List<DeviceStatus> listed(Batch batch) {
        return batch.status().map(devices::of).orElse(List.of());
    }

    /**
     * A batch of a report.
     *
     * @param reference the batch
     * @param verdict the result
     * @param status the status with its rows; empty if there is none
     * @param detail why there is no status
     * @param trace the trace of the last answer; empty if there was none
     */
    public record Batch(
            BatchReference reference,
            Verdict verdict,
            Optional<BatchStatus> status,
            Optional<String> detail,
            Optional<Trace> trace) {

        static Batch of(BatchReference reference, BatchStatusAnswer answer) {
            return new Batch(
                    reference,
                    Verdict.of(answer),
                    answer instanceof BatchStatusAnswer.Found found ? Optional.of(found.status()) : Optional.empty(),
                    BatchText.detail(answer),
                    Optional.of(answer.trace()));
        }

        static Batch of(WaitResult result) {
            Optional<BatchStatus> status = result.snapshot().found().map(BatchStatusAnswer.Found::status);
            return new Batch(
                    result.batch(),
                    result.verdict(),
                    status,
                    status.isPresent() ? Optional.empty() : Optional.of(result.describe()),
                    result.snapshot().answer().map(BatchStatusAnswer::trace));
        }
    }
}
