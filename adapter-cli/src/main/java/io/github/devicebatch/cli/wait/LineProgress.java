package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.Messages;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells line by line, where no terminal is: each change of a few batches, now and then how far many are, and in any case that
 * it is still there.
 */
final class LineProgress implements ProgressView {

    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final Messages messages;
    private final WaitState board;
    private final WaitText words;
    private final OutageTracker trouble;
    private final OutageTracker.TroubleNews news;
    private final boolean few;
    private Instant lineAt;
    private Instant lookedAt = Instant.MIN;
    private String summary;

    LineProgress(Messages messages, WaitState board, OutageTracker trouble, WaitText words) {
        this.messages = messages;
        this.board = board;
        this.words = words;
        this.trouble = trouble;
        this.news = new OutageTracker.TroubleNews(trouble, words);
        this.few = board.open().size() <= FEW;
        this.summary = WaitText.BoardInWords.of(board);
        this.lineAt = now();
    }

    @Override
    public void begin(String plan) {
        line(plan);
    }

    @Override
    public void happened(WatchEvent event) {
        if (few && event instanceof WatchEvent.Changed changed) {
            line(changed.batch() + ": " + WaitText.of(changed.change().current()));
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
            line("still waiting after " + words.since(board.begun()) + ": " + WaitText.BoardInWords.of(board)
                    + trouble.now().map(now -> "; " + now.words()).orElse(""));
        }
    }

    /** There may be thousands of batches, and as many events a second. */
    private boolean hasNotLookedFor(Duration time) {
        return !now().isBefore(lookedAt.plus(time));
    }

    private String look() {
        lookedAt = now();
        return WaitText.BoardInWords.of(board);
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
