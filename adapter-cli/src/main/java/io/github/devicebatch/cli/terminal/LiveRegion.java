package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Lines at the end of a terminal that are redrawn in place, at most ten times a second. Other output to the same terminal
 * has to go through {@link #wrap}, which erases the lines first. Thread-safe.
 */
public final class LiveRegion {

    private static final Duration MIN_REDRAW_INTERVAL = Duration.ofMillis(100);

    /** Makes the terminal cut long lines, so that each line takes one row at any width. */
    private static final String AUTO_WRAP_OFF = "\u001b[?7l";

    private static final String AUTO_WRAP_ON = "\u001b[?7h";
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
    private static final String ERASE_TO_END_OF_SCREEN = "\u001b[J";

    private final PrintStream terminal;
    private final InstantSource time;
    private List<String> drawn = List.of();
    private Instant drawnAt = Instant.MIN;
    private boolean closed;

    public LiveRegion(PrintStream terminal, InstantSource time) {
        this.terminal = terminal;
        this.time = time;
    }

    /** Shows {@code lines} in place of the present ones. Has no effect while {@link #isDue} is false, and after {@link #close}. */
    public synchronized void show(List<String> lines) {
        if (!closed && !lines.equals(drawn) && isDue()) {
            draw(List.copyOf(lines));
        }
    }

    /** Returns whether {@link #show} would draw now: at least 100 ms have passed since it last did. */
    public synchronized boolean isDue() {
        return !time.instant().isBefore(drawnAt.plus(MIN_REDRAW_INTERVAL));
    }

    /** Erases the lines; the next {@link #show} draws new ones. */
    public synchronized void erase() {
        if (!drawn.isEmpty()) {
            terminal.print(toFirstLine() + ERASE_TO_END_OF_SCREEN);
            terminal.flush();
            drawn = List.of();
        }
    }

    /** Erases the lines; no other ones are drawn. */
    public synchronized void close() {
        closed = true;
        erase();
    }

    private void draw(List<String> lines) {
        StringBuilder text = new StringBuilder(toFirstLine()).append(AUTO_WRAP_OFF);
        lines.forEach(line -> text.append(line).append(ERASE_TO_END_OF_LINE).append('\n'));
        terminal.print(text.append(AUTO_WRAP_ON).append(ERASE_TO_END_OF_SCREEN));
        terminal.flush();
        drawn = lines;
        drawnAt = time.instant();
    }

    private String toFirstLine() {
        return drawn.isEmpty() ? "\r" : "\r\u001b[" + drawn.size() + "A";
    }

    /** Returns a stream to the same terminal that erases the lines before each write. */
    public OutputStream wrap(OutputStream stream) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                synchronized (LiveRegion.this) {
                    erase();
                    stream.write(octet);
                }
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                synchronized (LiveRegion.this) {
                    erase();
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
