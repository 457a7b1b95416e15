package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.progress.OutageTracker;
import java.time.Duration;
import java.time.Instant;

/**
 * Progress in lines, for a log: each change of up to {@link #FEW} batches, else a summary at most every 30 s. After 30 s
 * without a line it writes that the wait goes on.
 */
final class LineProgress implements ProgressView {

    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(30);
    private static final Duration SUMMARY_INTERVAL = Duration.ofSeconds(30);
    private static final Duration COMPARE_INTERVAL = Duration.ofSeconds(1);

    private final Messages messages;
    private final WaitState state;
    private final WaitText text;
    private final OutageTracker outages;
    private final boolean few;
    private Instant writtenAt;
    private Instant comparedAt = Instant.MIN;
    private String summary;

    LineProgress(Messages messages, WaitState state, OutageTracker outages, WaitText text) {
        this.messages = messages;
        this.state = state;
        this.text = text;
        this.outages = outages;
        this.few = state.open().size() <= FEW;
        this.summary = text.of(state, outages.cause()).summary();
        this.writtenAt = now();
    }

    @Override
    public void begin(String plan) {
        line(plan);
    }

    @Override
    public void on(WatchEvent event) {
        if (few && event instanceof WatchEvent.Changed changed) {
            line(changed.batch() + ": " + BatchText.progress(changed.change().current()));
        }
        tick();
    }

    @Override
    public void tick() {
        outages.nextNotice().ifPresent(this::line);
        if (!few && hasPassed(SUMMARY_INTERVAL, writtenAt) && hasPassed(COMPARE_INTERVAL, comparedAt) && hasChanged()) {
            line(text.of(state, outages.cause()).line() + outage());
        } else if (hasPassed(HEARTBEAT_INTERVAL, writtenAt)) {
            line("still waiting after " + text.elapsedSince(state.begun()) + ": "
                    + text.of(state, outages.cause()).line() + outage());
        }
    }

    private String outage() {
        return outages.current().map(outage -> "; " + outage.text()).orElse("");
    }

    /** Is called at most once a second, because there may be thousands of batches, and as many events a second. */
    private boolean hasChanged() {
        comparedAt = now();
        String previous = summary;
        summary = text.of(state, outages.cause()).summary();
        return !summary.equals(previous);
    }

    private boolean hasPassed(Duration interval, Instant since) {
        return !now().isBefore(since.plus(interval));
    }

    private void line(String line) {
        writtenAt = now();
        messages.progress(text.clock().format(writtenAt) + "  " + line);
    }

    private Instant now() {
        return text.clock().time().instant();
    }

    @Override
    public void close() {
        // lines stay
    }
}
