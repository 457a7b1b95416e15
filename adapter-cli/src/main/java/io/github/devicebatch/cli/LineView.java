package io.github.devicebatch.cli;

import io.github.devicebatch.application.WatchEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells line by line, where no terminal is: each change of a few batches, now and then how far many are, and in any case that
 * it is still there.
 */
final class LineView implements WaitView {

    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final Messages messages;
    private final WaitBoard board;
    private final ProgressInWords words;
    private final ServiceTrouble trouble;
    private final TroubleNews news;
    private final boolean few;
    private Instant lineAt;
    private Instant lookedAt = Instant.MIN;
    private String summary;

    LineView(Messages messages, WaitBoard board, ServiceTrouble trouble, ProgressInWords words) {
        this.messages = messages;
        this.board = board;
        this.words = words;
        this.trouble = trouble;
        this.news = new TroubleNews(trouble, words);
        this.few = board.open().size() <= FEW;
        this.summary = BoardInWords.of(board);
        this.lineAt = now();
    }

    @Override
    public void begin(String plan) {
        line(plan);
    }

    @Override
    public void happened(WatchEvent event) {
        if (few && event instanceof WatchEvent.Changed changed) {
            line(changed.batch() + ": " + ProgressInWords.of(changed.change().current()));
        }
        tick();
    }

    @Override
    public void tick() {
        news.next().ifPresent(this::line);
        if (!few && hasBeenSilentFor(SELDOM) && hasNotLookedFor(A_WHILE) && !summary.equals(look())) {
            summary = look();
            line(summary);
        } else if (hasBeenSilentFor(HEARTBEAT)) {
            line("still waiting after " + words.since(board.begun()) + ": " + BoardInWords.of(board)
                    + trouble.now().map(now -> "; " + now.words()).orElse(""));
        }
    }

    /** There may be thousands of batches, and as many events a second. */
    private boolean hasNotLookedFor(Duration time) {
        return !now().isBefore(lookedAt.plus(time));
    }

    private String look() {
        lookedAt = now();
        return BoardInWords.of(board);
    }

    private boolean hasBeenSilentFor(Duration time) {
        return !now().isBefore(lineAt.plus(time));
    }

    private void line(String text) {
        lineAt = now();
        messages.progress(words.clock().words(lineAt) + "  " + text);
    }

    private Instant now() {
        return words.clock().time().instant();
    }

    @Override
    public void close() {
        // every line stays
    }
}
