package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.BatchSnapshot;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.terminal.LineBufferedWriter;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.WallClock;
import io.github.devicebatch.domain.BatchReference;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * JSON Lines for scripts: one event on each line, flushed when it happens, and a summary at the end.
 *
 * @param devices the devices that an event with a list of devices contains
 */
public record JsonLinesReport(StandardOutput output, DeviceFilter devices, InstantSource time)
        implements StatusReport, WaitReport {

    private static final String SCHEMA = "devicebatch.event/1";

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        line("observed", time.instant(), fields -> {
            fields.batch(batch);
            fields.number("question", 1);
            new SnapshotJson(fields, Optional.of(devices), time).write(BatchSnapshot.of(answer));
        });
    }

    @Override
    public void begin(int batches, Instant begun, Optional<Instant> deadline) {
        line("started", begun, fields -> {
            fields.number("batches", batches);
            fields.text("deadline", deadline.map(this::shown));
        });
    }

    @Override
    public void on(WatchEvent event) {
        switch (event) {
            case WatchEvent.Answered answered -> answered(answered);
            case WatchEvent.Changed changed -> changed(changed);
            case WatchEvent.Contradicted contradicted -> contradicted(contradicted);
            case WatchEvent.Paused paused -> {
                // not an event of the format: it follows each answer
            }
            case WatchEvent.Held held -> {
                // not an event of the format: "throttled" or "unavailable" precedes it
            }
            case WatchEvent.Ended ended -> {
                // written by end(WaitResult)
            }
        }
    }

    private void answered(WatchEvent.Answered answered) {
        if (answered.answer() instanceof Unavailable unavailable) {
            unavailable(answered, unavailable);
            return;
        }
        line("observed", answered.when(), fields -> {
            fields.batch(answered.batch());
            fields.number("question", answered.request());
            new SnapshotJson(fields, Optional.empty(), time).write(BatchSnapshot.of(answered.answer()));
        });
    }

    private void unavailable(WatchEvent.Answered answered, Unavailable unavailable) {
        line("unavailable", answered.when(), fields -> {
            fields.batch(answered.batch());
            fields.number("question", answered.request());
            fields.word("cause", unavailable.cause());
            fields.word("party", unavailable.party());
            fields.text("detail", UnavailableText.detail(unavailable));
            fields.text("retryAt", UnavailableText.retryAt(unavailable, time));
            new CommonJson(fields).trace(unavailable.trace());
        });
    }

    private void changed(WatchEvent.Changed changed) {
        line("changed", changed.when(), fields -> {
            fields.batch(changed.batch());
            new ChangeJson(fields, devices).write(changed.change());
        });
    }

    private void contradicted(WatchEvent.Contradicted contradicted) {
        line("contradicted", contradicted.when(), fields -> {
            fields.batch(contradicted.batch());
            new ChangeJson(fields, devices).write(contradicted.anomalies());
        });
    }

    @Override
    public void throttled(BatchReference batch, int attempt, Unavailable answer) {
        line("throttled", time.instant(), fields -> {
            fields.batch(batch);
            fields.number("attempt", attempt);
            fields.text("detail", UnavailableText.detail(answer));
            fields.text("retryAt", UnavailableText.retryAt(answer, time));
        });
    }

    @Override
    public void end(WaitResult result) {
        line("finished", time.instant(), fields -> {
            fields.batch(result.batch());
            fields.word("ending", result.ending());
            fields.number("questions", result.requests());
            new SnapshotJson(fields, Optional.of(devices), time).write(result.snapshot());
        });
    }

    @Override
    public void end(Summary summary) {
        line("summary", time.instant(), fields -> new CommonJson(fields).summaryOfWaits(summary));
    }

    /** Writes an event piece by piece, because the line of a large batch is longer than all of its devices in memory. */
    private void line(String event, Instant when, Consumer<JsonFields> content) {
        var line = new LineBufferedWriter(output, JsonEscaper::escape);
        try (JsonGenerator json = Json.createGenerator(line)) {
            json.writeStartObject();
            JsonFields fields = new JsonFields(json);
            fields.text("schema", SCHEMA);
            fields.text("event", event);
            fields.text("time", shown(when));
            content.accept(fields);
            json.writeEnd();
        } catch (RuntimeException | Error failure) {
            abandon(line, failure);
            throw failure;
        }
    }

    private Instant shown(Instant moment) {
        return WallClock.show(time, moment).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Ends a line that cannot be written whole. */
    private static void abandon(LineBufferedWriter line, Throwable why) {
        try {
            line.abandon();
        } catch (StandardOutput.OutputException unwritten) {
            why.addSuppressed(unwritten);
        }
    }
}
