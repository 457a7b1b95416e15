package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.domain.BatchReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Several reports of {@code wait} in one.
 *
 * @param targets the reports, in the order in which they are ended
 */
public record WaitReports(List<ReportTarget<WaitReport>> targets) implements WaitReport {

    /** Creates the report; the list is copied. */
    public WaitReports {
        targets = List.copyOf(targets);
    }

    @Override
    public void begin(int batches, Instant begun, Optional<Instant> deadline) {
        targets.forEach(target -> target.report().begin(batches, begun, deadline));
    }

    @Override
    public void on(WatchEvent event) {
        targets.forEach(target -> target.report().on(event));
    }

    @Override
    public void throttled(BatchReference batch, int attempt, Unavailable answer) {
        targets.forEach(target -> target.report().throttled(batch, attempt, answer));
    }

    @Override
    public void end(WaitResult result) {
        targets.forEach(target -> target.report().end(result));
    }

    @Override
    public void end(Summary summary) {
        targets.forEach(target -> target.end(summary));
    }

    @Override
    public boolean isLostUnlessEnded() {
        return targets.stream().anyMatch(ReportTarget::isLostUnlessEnded);
    }

    @Override
    public void close() {
        targets.forEach(ReportTarget::close);
    }
}
