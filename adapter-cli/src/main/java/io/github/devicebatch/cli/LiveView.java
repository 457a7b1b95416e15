package io.github.devicebatch.cli;

import io.github.devicebatch.application.WatchEvent;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.List;

/** Shows on a terminal where the batches stand: each of a few, or all in one line; and what keeps the service. */
final class LiveView implements WaitView {

    private static final String ELLIPSIS = "…";

    private final LiveLines lines;
    private final WaitBoard board;
    private final ServiceTrouble trouble;
    private final ProgressInWords words;
    private final BatchLabels labels;
    private final int width;

    LiveView(LiveLines lines, WaitBoard board, ServiceTrouble trouble, ProgressInWords words, int width) {
        this.lines = lines;
        this.board = board;
        this.trouble = trouble;
        this.words = words;
        this.width = width;
        this.labels = BatchLabels.telling(board.open().keySet());
    }

    @Override
    public void begin(String plan) {
        tick();
    }

    @Override
    public void happened(WatchEvent event) {
        // the last event that an answer brings about; before it the batch is neither here nor there
        if (event instanceof WatchEvent.Paused || event instanceof WatchEvent.Ended) {
            tick();
        }
    }

    /** Puts nothing into words that would not be drawn: there may be thousands of batches, and as many events a second. */
    @Override
    public void tick() {
        if (lines.isDue()) {
            lines.show(lines().stream().map(this::cut).toList());
        }
    }

    private List<String> lines() {
        List<String> shown = new ArrayList<>();
        boolean anyDone = board.summary().batches() > 0;
        boolean few = board.open().size() <= FEW;
        if (anyDone) {
            shown.add("");
        }
        if (few) {
            board.open().forEach((batch, open) -> shown.add(line(batch, open)));
        }
        if (anyDone || !few) {
            shown.add(words.since(board.begun()) + "  " + BoardInWords.of(board));
        }
        trouble.now().ifPresent(now -> shown.add(now.words() + " (for " + words.since(now.since()) + " now)"));
        return shown;
    }

    private String line(BatchReference batch, OpenBatch open) {
        return labels.of(batch) + "  " + words.withNext(open, trouble.now().isPresent());
    }

    private String cut(String line) {
        return line.codePointCount(0, line.length()) < width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, width - 2)) + ELLIPSIS;
    }

    @Override
    public void close() {
        lines.erase();
    }
}
