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

/** Runner of the command in this JVM on an emulated terminal, whose screen is recorded after every write. */
public final class TerminalRunner {

    /** Wider than any line of the results, because the emulation does not wrap. */
    private static final int WIDTH = 1_000;

    private final CommandTester tester;
    private final List<List<String>> frames = new ArrayList<>();

    public TerminalRunner(CommandTester tester) {
        this.tester = tester.ticking().on(StandardStream.OUT, StandardStream.ERR);
    }

    public CommandTester tester() {
        return tester;
    }

    /** Runs the command and returns the final screen; it includes standard output if that is a terminal. */
    public List<String> screenAfter(String... arguments) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        TerminalScreen screen = new TerminalScreen(WIDTH);
        PrintStream stream = new PrintStream(written, true, UTF_8) {
            @Override
            public void flush() {
                super.flush();
                screen.write(written.toString(UTF_8));
                written.reset();
                frames.add(screen.lines());
            }
        };
        boolean both = tester.terminals.contains(StandardStream.OUT);
        new CommandRunner(tester.surroundings(both ? stream : OutputStream.nullOutputStream(), stream)).run(arguments);
        return screen.lines();
    }

    /** Returns the screen after each write. */
    public List<List<String>> frames() {
        return frames;
    }

    /** Returns all lines of all screens. */
    public Stream<String> shownLines() {
        return frames.stream().flatMap(List::stream);
    }
}
