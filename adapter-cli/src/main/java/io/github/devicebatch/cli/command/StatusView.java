package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.progress.ElapsedTime;
import io.github.devicebatch.cli.progress.ProgressText;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.cli.terminal.LiveRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** View of the progress of {@code status} on standard error, until it is closed. Thread-safe. */
sealed interface StatusView {

    /** How often {@link #tick} is to be called. */
    Duration TICK_INTERVAL = Duration.ofMillis(250);

    /** Updates the view because time has passed. */
    void tick();

    /** Updates the view because an answer was written, which erases lines that are redrawn in place. */
    void answered();

    void close();

    /**
     * What a view shows.
     *
     * @param clock the clock
     * @param begun when the command began
     * @param progress the progress of the requests
     * @param outage why the service does not answer at present; empty if it does
     */
    record Content(
            ClockFormat clock, Instant begun, Supplier<ProgressText> progress, Supplier<Optional<String>> outage) {

        private String elapsed() {
            return new ElapsedTime(clock.time()).since(begun);
        }

        private boolean hasLasted(Duration duration) {
            return !now().isBefore(begun.plus(duration));
        }

        private Instant now() {
            return clock.time().instant();
        }

        private List<String> lines(int width) {
            List<String> lines = new ArrayList<>(progress.get().lines(elapsed(), width));
            outage.get().ifPresent(lines::add);
            return lines;
        }

        private String line() {
            return "still requesting after " + elapsed() + ": " + progress.get().line()
                    + outage.get().map(text -> "; " + text).orElse("");
        }
    }

    /**
     * Lines that are redrawn in place on a terminal. They appear after one second, so that a quick answer shows none.
     *
     * @param region the lines
     * @param content what they show
     * @param width the width of the terminal
     */
    record Live(LiveRegion region, Content content, int width) implements StatusView {

        private static final Duration DELAY = Duration.ofSeconds(1);

        @Override
        public void tick() {
            if (content.hasLasted(DELAY)) {
                region.update(() -> content.lines(width - 1));
            }
        }

        @Override
        public void answered() {
            tick();
        }

        @Override
        public void close() {
            region.close();
        }
    }

    /** A line every 30 seconds, for a log. */
    final class Log implements StatusView {

        private static final Duration INTERVAL = Duration.ofSeconds(30);

        private final Messages messages;
        private final Content content;
        private Instant writtenAt;
        private boolean closed;

        Log(Messages messages, Content content) {
            this.messages = messages;
            this.content = content;
            this.writtenAt = content.begun();
        }

        @Override
        public synchronized void tick() {
            Instant now = content.now();
            if (!closed && !now.isBefore(writtenAt.plus(INTERVAL))) {
                writtenAt = now;
                messages.progress(content.clock().format(now) + "  " + content.line());
            }
        }

        @Override
        public void answered() {
            // the next line comes with time
        }

        @Override
        public synchronized void close() {
            closed = true;
        }
    }

    /** View that shows nothing, for {@code --quiet}. */
    record Silent() implements StatusView {

        @Override
        public void tick() {
            // no output
        }

        @Override
        public void answered() {
            // no output
        }

        @Override
        public void close() {
            // no output
        }
    }
}
