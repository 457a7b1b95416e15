package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import java.time.InstantSource;
import java.util.Optional;

/** For scripts that read line by line: one JSON object for each answer, as it comes, and one that sums up. */
record JsonLinesReport(JsonLines lines, DeviceFilter devices, InstantSource time) implements Report {

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        lines.line("observed", time.instant(), members -> {
            members.batch(batch);
            members.number("question", 1);
            new JsonFacts(members, Optional.of(devices), time).write(BatchFacts.of(answer));
        });
    }

    @Override
    public void end(Summary summary) {
        lines.summary(summary, time.instant());
    }
}
