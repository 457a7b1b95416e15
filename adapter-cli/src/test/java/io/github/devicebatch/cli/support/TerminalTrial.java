package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.cli.CommandRunner;
import io.github.devicebatch.cli.terminal.StandardStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the command inside the test and on a terminal, which is looked at after every write, while a ticker ticks. */
public final class TerminalTrial {

    /** Wider than any result, which the terminal would break and this one does not. */
    private static final int WIDTH = 1_000;

    private final Trial trial;
    private final List<List<String>> frames = new ArrayList<>();

    public TerminalTrial(Trial trial) {
        this.trial = trial.ticking().on(StandardStream.OUT, StandardStream.ERR);
    }

    public Trial trial() {
        return trial;
    }

    /** Gives what is seen in the end: of standard output too, if that is on the terminal. */
    public List<String> screenAfter(String... arguments) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Screen screen = new Screen(WIDTH);
        PrintStream stream = new PrintStream(written, true, UTF_8) {
            @Override
            public void flush() {
                super.flush();
                screen.write(written.toString(UTF_8));
                written.reset();
                frames.add(screen.lines());
            }
        };
        boolean both = trial.terminals.contains(StandardStream.OUT);
        new CommandRunner(trial.surroundings(both ? stream : OutputStream.nullOutputStream(), stream)).run(arguments);
        return screen.lines();
    }

    /** Lists what was seen after each write. */
    public List<List<String>> frames() {
        return frames;
    }

    /** Lists every line that was ever seen. */
    public Stream<String> shownLines() {
        return frames.stream().flatMap(List::stream);
    }
}
