package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.Excerpt;
import java.util.List;

/** For people: a headline a batch, then the devices that did not get in and what to do about each. */
final class TableReport implements Report {

    private static final String INDENT = "  ";

    private final Output output;
    private final Ink ink;
    private final UnavailableInWords words;
    private boolean begun;
    private boolean brief;

    TableReport(Output output, Ink ink, UnavailableInWords words) {
        this.output = output;
        this.ink = ink;
        this.words = words;
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        if (begun) {
            output.line("");
        }
        head(batch, Verdict.of(answer));
        brief = false;
        if (answer instanceof Found found) {
            describe(found.status());
        } else if (answer instanceof Unavailable unavailable) {
            output.line(INDENT + words.withStory(unavailable));
        }
    }

    /** Shows that a wait ended without an answer of its own, and where the batch stood; such ones stand close together. */
    void add(BatchReference batch, Verdict verdict, String state) {
        if (begun && !brief) {
            output.line("");
        }
        head(batch, verdict);
        output.line(INDENT + state);
        brief = true;
    }

    private void head(BatchReference batch, Verdict verdict) {
        begun = true;
        String headline = ("%-" + Verdict.WIDTH + "s").formatted(verdict.words());
        output.line(ink.bold(ink.in(verdict.tone(), headline)) + INDENT + batch);
    }

    @Override
    public void end(Summary summary) {
        if (summary.batches() > 1) {
            output.line("");
            output.line(ink.bold(summary.toString()));
        }
    }

    private void describe(BatchStatus status) {
        output.line(INDENT + BatchInWords.of(status));
        BatchNotes.of(status).forEach(note -> output.line(INDENT + "note: " + Excerpt.of(note, 300)));
        List<String> devices = FailedDevices.of(status);
        if (!devices.isEmpty()) {
            output.line("");
            output.line(INDENT + ink.faint(devices.getFirst()));
            devices.stream().skip(1).forEach(device -> output.line(INDENT + device));
        }
    }
}
