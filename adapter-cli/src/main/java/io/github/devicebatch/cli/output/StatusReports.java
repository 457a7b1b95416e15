package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import java.util.List;

/**
 * Several reports of {@code status} in one.
 *
 * @param targets the reports, in the order in which they are ended
 */
public record StatusReports(List<ReportTarget<StatusReport>> targets) implements StatusReport {

    /** Creates the report; the list is copied. */
    public StatusReports {
        targets = List.copyOf(targets);
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        targets.forEach(target -> target.report().add(batch, answer));
    }

    @Override
    public void end(Summary summary) {
        targets.forEach(target -> target.end(summary));
    }

    @Override
    public void close() {
        targets.forEach(ReportTarget::close);
    }
}
