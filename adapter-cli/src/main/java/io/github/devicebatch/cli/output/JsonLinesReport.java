package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;

/** For scripts that read line by line: one JSON object for each answer, as it comes, and one that sums up. */
public record JsonLinesReport(JsonLines lines, DeviceFilter devices, InstantSource time) implements StatusReport {

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        lines.line("observed", time.instant(), members -> {
            members.batch(batch);
            members.number("question", 1);
            new SnapshotJson(members, Optional.of(devices), time).write(BatchSnapshot.of(answer));
        });
    }

    @Override
    public void end(Summary summary) {
        lines.summary(summary, time.instant());
    }

    /**
     * For scripts that want to know while it happens: one JSON object a line.
     *
     * @param devices which devices are listed where they are
     */
    public record WaitEvents(JsonLines lines, DeviceFilter devices, InstantSource time) implements WaitReport {

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
                new SnapshotJson(members, Optional.empty(), time).write(BatchSnapshot.of(answered.answer()));
            });
        }

        private void unavailable(WatchEvent.Answered answered, Unavailable unavailable) {
            lines.line("unavailable", answered.when(), members -> {
                members.batch(answered.batch());
                members.number("question", answered.question());
                members.word("cause", unavailable.cause());
                members.text("detail", unavailable.detail());
                members.text("retryAt", UnavailableText.ComeBack.at(unavailable, time));
                new CommonJson.JsonTrace(members).write(unavailable.trace());
            });
        }

        private void changed(WatchEvent.Changed changed) {
            lines.line("changed", changed.when(), members -> {
                members.batch(changed.batch());
                new ChangeJson(members, devices).write(changed.change());
            });
        }

        private void contradicted(WatchEvent.Contradicted contradicted) {
            lines.line("contradicted", contradicted.when(), members -> {
                members.batch(contradicted.batch());
                new ChangeJson.JsonAnomalies(members).write(contradicted.anomalies());
            });
        }

        @Override
        public void throttled(BatchReference batch, int attempt, Unavailable answer) {
            lines.line("throttled", time.instant(), members -> {
                members.batch(batch);
                members.number("attempt", attempt);
                members.text("detail", answer.detail());
                members.text("retryAt", UnavailableText.ComeBack.at(answer, time));
            });
        }

        @Override
        public void end(WaitResult result) {
            lines.line("finished", time.instant(), members -> {
                members.batch(result.batch());
                members.word("ending", result.ending());
                members.number("questions", result.questions());
                new SnapshotJson(members, Optional.of(devices), time).write(result.facts());
            });
        }

        @Override
        public void end(Summary summary) {
            lines.summary(summary, time.instant());
        }
    }

    /** Writes events to standard output: each a JSON object on a line of its own, seen off at once. */
    public record JsonLines(StandardOutput output) {

        static final String SCHEMA = "devicebatch.event/1";

        /**
         * Writes one event.
         *
         * @param name what happened
         * @param when the moment
         * @param writing writes what else there is to say of it
         * @throws StandardOutput.OutputException if the text cannot be written
         */
        void line(String name, Instant when, Consumer<JsonFields> writing) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = Json.createGenerator(text)) {
                json.writeStartObject();
                JsonFields members = new JsonFields(json);
                members.text("schema", SCHEMA);
                members.text("event", name);
                members.text("time", when.truncatedTo(ChronoUnit.MILLIS));
                writing.accept(members);
                json.writeEnd();
            }
            output.line(JsonEscaper.of(text.toString()));
        }

        /** Writes the last event: what all of it came to. */
        void summary(Summary summary, Instant when) {
            line(
                    "summary",
                    when,
                    members -> new CommonJson.JsonSummary(members, EnumSet.allOf(Verdict.class)).writeWhole(summary));
        }
    }
}
