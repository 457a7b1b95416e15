package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.terminal.LiveRegion;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Shows on a terminal where the batches stand: each of a few, or all in one line; and what keeps the service. */
final class LiveProgress implements ProgressView {

    private static final String ELLIPSIS = "…";

    private final LiveRegion lines;
    private final WaitState board;
    private final OutageTracker trouble;
    private final WaitText words;
    private final Labels labels;
    private final int width;

    LiveProgress(LiveRegion lines, WaitState board, OutageTracker trouble, WaitText words, int width) {
        this.lines = lines;
        this.board = board;
        this.trouble = trouble;
        this.words = words;
        this.width = width;
        this.labels = Labels.telling(board.open().keySet());
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
            shown.add(words.since(board.begun()) + "  " + WaitText.BoardInWords.of(board));
        }
        trouble.now().ifPresent(now -> shown.add(now.words() + " (for " + words.since(now.since()) + " now)"));
        return shown;
    }

    private String line(BatchReference batch, WaitState.OpenBatch open) {
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

    /**
     * Short names for a few batches, each told from the others: the first digits of its tracking id, as many as that takes.
     *
     * @param length how many characters of the tracking id
     */
    record Labels(int length) {

        private static final int[] WHOLE_GROUPS = {8, 13, 18, 23};
        private static final int ALL = 36;

        static Labels telling(Collection<BatchReference> batches) {
            return new Labels(IntStream.of(WHOLE_GROUPS)
                    .filter(length -> new Labels(length).tell(batches))
                    .findFirst()
                    .orElse(ALL));
        }

        private boolean tell(Collection<BatchReference> batches) {
            return batches.stream().map(this::of).distinct().count() == batches.size();
        }

        String of(BatchReference batch) {
            String tracking = batch.tracking().toString();
            return length < ALL ? tracking.substring(0, length) + "…" : tracking;
        }
    }
}
