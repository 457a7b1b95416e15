package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.progress.OutageTracker;
import io.github.devicebatch.cli.progress.ProgressText;
import io.github.devicebatch.cli.terminal.DisplayWidth;
import io.github.devicebatch.cli.terminal.LiveRegion;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Progress on a terminal: a line for each of up to {@link #FEW} batches, else a summary; and a line about an outage. */
final class LiveProgress implements ProgressView {

    private static final String ELLIPSIS = "…";

    private final LiveRegion region;
    private final WaitState state;
    private final OutageTracker outages;
    private final WaitText text;
    private final Labels labels;
    private final int width;

    LiveProgress(LiveRegion region, WaitState state, OutageTracker outages, WaitText text, int width) {
        this.region = region;
        this.state = state;
        this.outages = outages;
        this.text = text;
        this.width = width;
        this.labels = Labels.of(state.open().keySet());
    }

    @Override
    public void begin(String plan) {
        tick();
    }

    @Override
    public void on(WatchEvent event) {
        // Paused and Ended are the last events of an answer; before them the state is inconsistent
        if (event instanceof WatchEvent.Paused || event instanceof WatchEvent.Ended) {
            tick();
        }
    }

    /** Formats only what will be drawn, because there may be thousands of batches, and as many events a second. */
    @Override
    public void tick() {
        region.update(this::lines);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (state.summary().batches() > 0) {
            lines.add("");
        }
        if (state.open().size() > FEW) {
            lines.addAll(text.of(state, outages.cause()).lines(text.elapsedSince(state.begun()), width - 1));
        } else {
            lines.addAll(few());
        }
        outages.line().ifPresent(lines::add);
        return lines.stream().map(this::cut).toList();
    }

    /** Each open batch has its own state and its own countdown. */
    private List<String> few() {
        List<String> lines = new ArrayList<>();
        state.open().forEach((batch, open) -> lines.add(line(batch, open)));
        ProgressText all = text.of(state, outages.cause()).withoutNext();
        boolean anyEnded = state.summary().batches() > 0;
        lines.addAll(anyEnded ? all.lines(text.elapsedSince(state.begun()), width - 1) : all.details(width - 1));
        return lines;
    }

    private String line(BatchReference batch, WaitState.OpenBatch open) {
        return labels.label(batch) + "  " + text.progressAndNext(open, outages.cause());
    }

    private String cut(String line) {
        return DisplayWidth.of(line) < width ? line : DisplayWidth.cut(line, width - 2) + ELLIPSIS;
    }

    @Override
    public void close() {
        region.close();
    }

    /**
     * Short labels of a few batches: as many groups of the tracking id as make them distinct.
     *
     * @param length number of characters of the tracking id
     */
    record Labels(int length) {

        private static final int[] GROUP_ENDS = {8, 13, 18, 23};
        private static final int WHOLE_ID = 36;

        static Labels of(Collection<BatchReference> batches) {
            return new Labels(IntStream.of(GROUP_ENDS)
                    .filter(length -> new Labels(length).areDistinct(batches))
                    .findFirst()
                    .orElse(WHOLE_ID));
        }

        private boolean areDistinct(Collection<BatchReference> batches) {
            return batches.stream().map(this::label).distinct().count() == batches.size();
        }

        String label(BatchReference batch) {
            String tracking = batch.tracking().toString();
            return length < WHOLE_ID ? tracking.substring(0, length) + ELLIPSIS : tracking;
        }
    }
}
