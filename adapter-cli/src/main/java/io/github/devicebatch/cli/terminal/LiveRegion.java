package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Lines at the end of what a terminal shows, drawn over and over in their place, at most ten times a second. Whatever else
 * goes to that terminal has to go through {@link #around}, which takes them away first. Not safe for use by several
 * threads.
 */
public final class LiveRegion {

    private static final Duration PERIOD = Duration.ofMillis(100);

    /** What is too long for the line is cut off by the terminal itself, so that one line stays one, however wide it is. */
    private static final String NO_WRAPPING = "\u001b[?7l";

    private static final String WRAPPING = "\u001b[?7h";
    private static final String TO_THE_END_OF_THE_LINE = "\u001b[K";
    private static final String TO_THE_END_OF_THE_SCREEN = "\u001b[J";

    private final PrintStream terminal;
    private final InstantSource time;
    private List<String> drawn = List.of();
    private Instant drawnAt = Instant.MIN;

    public LiveRegion(PrintStream terminal, InstantSource time) {
        this.terminal = terminal;
        this.time = time;
    }

    /** Shows {@code lines}, unless others have just been drawn: then they have to be shown again. */
    public void show(List<String> lines) {
        if (!lines.equals(drawn) && isDue()) {
            draw(List.copyOf(lines));
        }
    }

    /** Tells whether anything would be drawn now; if not, {@link #show} is in vain. */
    public boolean isDue() {
        return !time.instant().isBefore(drawnAt.plus(PERIOD));
    }

    /** Takes the lines away; they come back when something is shown again. */
    public void erase() {
        if (!drawn.isEmpty()) {
            terminal.print(upToTheFirst() + TO_THE_END_OF_THE_SCREEN);
            terminal.flush();
            drawn = List.of();
        }
    }

    private void draw(List<String> wanted) {
        StringBuilder text = new StringBuilder(upToTheFirst()).append(NO_WRAPPING);
        wanted.forEach(line -> text.append(line).append(TO_THE_END_OF_THE_LINE).append('\n'));
        terminal.print(text.append(WRAPPING).append(TO_THE_END_OF_THE_SCREEN));
        terminal.flush();
        drawn = wanted;
        drawnAt = time.instant();
    }

    private String upToTheFirst() {
        return drawn.isEmpty() ? "\r" : "\r\u001b[" + drawn.size() + "A";
    }

    /** Makes room for what is written to {@code stream}, which goes to the same terminal. */
    public OutputStream around(OutputStream stream) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                erase();
                stream.write(octet);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                erase();
                stream.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                stream.flush();
            }
        };
    }
}
