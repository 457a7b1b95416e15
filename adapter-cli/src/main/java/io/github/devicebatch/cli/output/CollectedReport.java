package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.output.ReportContent.Batch;
import io.github.devicebatch.cli.terminal.LineBufferedWriter;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.WallClock;
import io.github.devicebatch.domain.BatchReference;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Report that collects all batches with their devices and writes a document at the end. Not thread-safe. */
public final class CollectedReport implements StatusReport, WaitReport {

    private final StandardOutput output;
    private final DeviceFilter devices;
    private final InstantSource time;
    private final Document document;
    private final List<Batch> batches = new ArrayList<>();

    /** Format of a document that needs all batches before it can be written. */
    @FunctionalInterface
    public interface Document {

        /** Writes the whole document. */
        void write(ReportContent content, PrintWriter out);
    }

    public CollectedReport(StandardOutput output, DeviceFilter devices, InstantSource time, Document document) {
        this.output = output;
        this.devices = devices;
        this.time = time;
        this.document = document;
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        batches.add(Batch.of(batch, answer));
    }

    @Override
    public void end(WaitResult result) {
        batches.add(Batch.of(result));
    }

    @Override
    public void end(Summary summary) {
        var content = new ReportContent(batches, devices, summary, WallClock.show(time, time.instant()));
        var out = new PrintWriter(new LineBufferedWriter(output, UnaryOperator.identity()));
        document.write(content, out);
        out.close();
    }

    @Override
    public boolean isLostUnlessEnded() {
        return true;
    }

    @Override
    public void close() {
        batches.clear();
    }
}
