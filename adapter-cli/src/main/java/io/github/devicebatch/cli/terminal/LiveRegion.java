package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lines at the end of a terminal. They are replaced in place, at most ten times a second, and only if they have changed. Other output
 * to the same terminal has to go through {@link #wrap}, which erases the lines first; after it, {@link #update} draws them again.
 * Thread-safe.
 */
public final class LiveRegion {

    private static final Duration MIN_INTERVAL = Duration.ofMillis(100);

    /** Makes the terminal cut long lines, so that each line takes one row at any width. */
    private static final String AUTO_WRAP_OFF = "\u001b[?7l";

    private static final String AUTO_WRAP_ON = "\u001b[?7h";
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
    private static final String ERASE_TO_END_OF_SCREEN = "\u001b[J";

    private final PrintStream terminal;
    private final InstantSource time;
    private List<String> lines = List.of();
    private Instant changedAt = Instant.MIN;
    private boolean visible;
    private boolean closed;

    public LiveRegion(PrintStream terminal, InstantSource time) {
        this.terminal = terminal;
        this.time = time;
    }

    /**
     * Shows other lines in place of the present ones if 100 ms have passed since they changed; else the present ones, which stay or are
     * drawn again after other output. Has no effect after {@link #close}.
     *
     * @param current returns the lines to show; called without a lock, and only if they will be shown
     */
    public void update(Supplier<List<String>> current) {
        if (isDue()) {
            show(current.get());
        } else {
            restore();
        }
    }

    private synchronized boolean isDue() {
        return !time.instant().isBefore(changedAt.plus(MIN_INTERVAL));
    }

    private synchronized void show(List<String> current) {
        boolean isShown = current.isEmpty() ? !visible : visible && lines.equals(current);
        if (!closed && !isShown) {
            draw(List.copyOf(current));
            changedAt = time.instant();
        }
    }

    private synchronized void restore() {
        if (!closed && !visible && !lines.isEmpty()) {
            draw(lines);
        }
    }

    /** Erases the lines; no other ones are drawn. */
    public synchronized void close() {
        closed = true;
        write(erasure());
    }

    /** Writes the lines in one piece, each over the present one, so that the terminal shows no empty region meanwhile. */
    private void draw(List<String> current) {
        StringBuilder text = new StringBuilder(toFirstLine()).append(AUTO_WRAP_OFF);
        current.forEach(line -> text.append(line).append(ERASE_TO_END_OF_LINE).append('\n'));
        write(text.append(AUTO_WRAP_ON).append(ERASE_TO_END_OF_SCREEN).toString());
        lines = current;
        visible = !lines.isEmpty();
    }

    private void write(String text) {
        if (!text.isEmpty()) {
            terminal.print(text);
            terminal.flush();
        }
    }

    private String toFirstLine() {
        return visible ? "\r\u001b[" + lines.size() + "A" : "\r";
    }

    /** Returns the control sequence that erases the lines, which then are not visible; empty if they are not visible. */
    private String erasure() {
        String text = visible ? toFirstLine() + ERASE_TO_END_OF_SCREEN : "";
        visible = false;
        return text;
    }

    /** Returns a stream to the same terminal that erases the lines before each write. */
    public OutputStream wrap(OutputStream stream) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                synchronized (LiveRegion.this) {
                    LiveRegion.this.write(erasure());
                    stream.write(octet);
                }
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                synchronized (LiveRegion.this) {
                    LiveRegion.this.write(erasure());
                    stream.write(bytes, offset, length);
                }
            }

            @Override
            public void flush() throws IOException {
                stream.flush();
            }
        };
    }
}
