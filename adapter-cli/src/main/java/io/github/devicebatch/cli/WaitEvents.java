package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.WatchEvent;
import io.github.devicebatch.domain.BatchReference;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * For scripts that want to know while it happens: one JSON object a line.
 *
 * @param devices which devices are listed where they are
 */
record WaitEvents(JsonLines lines, DeviceFilter devices, InstantSource time) implements WaitReport {

    @Override
    public void begin(int batches, Instant begun, Optional<Instant> deadline) {
        lines.line("started", begun, members -> {
            members.number("batches", batches);
            members.text("deadline", deadline);
        });
    }

    @Override
    public void happened(WatchEvent event) {
        switch (event) {
            case WatchEvent.Answered answered -> answered(answered);
            case WatchEvent.Changed changed -> changed(changed);
            case WatchEvent.Contradicted contradicted -> contradicted(contradicted);
            case WatchEvent.Paused paused -> {
                // every question would have one, and nothing is known yet
            }
            case WatchEvent.Held held -> {
                // the answer that brought it about has said so
            }
            case WatchEvent.Ended ended -> {
                // told as a result
            }
        }
    }

    private void answered(WatchEvent.Answered answered) {
        if (answered.answer() instanceof Unavailable unavailable) {
            unavailable(answered, unavailable);
            return;
        }
        lines.line("observed", answered.when(), members -> {
            members.batch(answered.batch());
            members.number("question", answered.question());
            new JsonFacts(members, Optional.empty(), time).write(BatchFacts.of(answered.answer()));
        });
    }

    private void unavailable(WatchEvent.Answered answered, Unavailable unavailable) {
        lines.line("unavailable", answered.when(), members -> {
            members.batch(answered.batch());
            members.number("question", answered.question());
            members.word("cause", unavailable.cause());
            members.text("detail", unavailable.detail());
            members.text("retryAt", ComeBack.at(unavailable, time));
            new JsonTrace(members).write(unavailable.trace());
        });
    }

    private void changed(WatchEvent.Changed changed) {
        lines.line("changed", changed.when(), members -> {
            members.batch(changed.batch());
            new JsonChange(members, devices).write(changed.change());
        });
    }

    private void contradicted(WatchEvent.Contradicted contradicted) {
        lines.line("contradicted", contradicted.when(), members -> {
            members.batch(contradicted.batch());
            new JsonAnomalies(members).write(contradicted.anomalies());
        });
    }

    @Override
    public void throttled(BatchReference batch, int attempt, Unavailable answer) {
        lines.line("throttled", time.instant(), members -> {
            members.batch(batch);
            members.number("attempt", attempt);
            members.text("detail", answer.detail());
            members.text("retryAt", ComeBack.at(answer, time));
        });
    }

    @Override
    public void end(WaitResult result) {
        lines.line("finished", time.instant(), members -> {
            members.batch(result.batch());
            members.word("ending", result.ending());
            members.number("questions", result.questions());
            new JsonFacts(members, Optional.of(devices), time).write(result.facts());
        });
    }

    @Override
    public void end(Summary summary) {
        lines.summary(summary, time.instant());
    }
}
