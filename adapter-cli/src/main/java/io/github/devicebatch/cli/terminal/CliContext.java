package io.github.devicebatch.cli.terminal;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.MonotonicClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * Environment of one run of the command. It is passed in, so that a test can replace any part of it.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error, in UTF-8 regardless of the locale
 * @param environment the environment variables
 * @param properties the system properties of the Java virtual machine
 * @param terminals tests whether a stream is a terminal
 * @param time the clock of all waits; {@link WallClock} converts its times to show them
 * @param pause the way to let time pass
 * @param zone the time zone in which times are shown
 * @param host the process
 */
public record CliContext(
        InputStream in,
        OutputStream out,
        PrintStream err,
        EnvironmentVariables environment,
        Properties properties,
        Predicate<StandardStream> terminals,
        InstantSource time,
        Pause pause,
        ZoneId zone,
        HostProcess host) {

    private static final int DEFAULT_COLUMNS = 80;

    public ColorPolicy colors() {
        return new ColorPolicy(environment, terminals);
    }

    /** Returns whether standard error can show a {@link LiveRegion}: a capable terminal, and not the log of a CI run. */
    public boolean supportsLiveRegion() {
        return terminals.test(StandardStream.ERR)
                && environment.get("CI").isEmpty()
                && !environment.get("TERM").equals(Optional.of("dumb"));
    }

    /**
     * Returns the width of the terminal: the variable {@code COLUMNS} if it is a number from 10 to 9999, else what the launcher script
     * has measured, else 80.
     */
    public int columns() {
        return environment
                .get("COLUMNS")
                .filter(CliContext::isWidth)
                .or(() -> Optional.ofNullable(properties.getProperty("devicebatch.columns"))
                        .filter(CliContext::isWidth))
                .map(Integer::valueOf)
                .orElse(DEFAULT_COLUMNS);
    }

    /** Returns the maximum width of a line on standard output: that of the terminal, and none anywhere else. */
    public int outputColumns() {
        return terminals.test(StandardStream.OUT) ? columns() : Integer.MAX_VALUE;
    }

    private static boolean isWidth(String columns) {
        return columns.matches("[1-9]\\d{1,3}");
    }

    /** Returns the clock for dates that a service names. */
    public InstantSource wallClock() {
        return () -> WallClock.show(time, time.instant());
    }

    public ClockFormat clock() {
        return new ClockFormat(time, zone);
    }

    /** Returns how the command was called, as the launcher script passes it; {@code devicebatch} without the script. */
    public String command() {
        return properties.getProperty("devicebatch.command", "devicebatch");
    }

    /** Returns the same context with other output streams. */
    public CliContext with(OutputStream otherOut, PrintStream otherErr) {
        return new CliContext(in, otherOut, otherErr, environment, properties, terminals, time, pause, zone, host);
    }

    /** Returns the same context with streams that erase the live region before a write to its terminal. */
    public CliContext with(LiveRegion region) {
        return with(
                terminals.test(StandardStream.OUT) ? region.wrap(out) : out,
                new PrintStream(region.wrap(err), true, StandardCharsets.UTF_8));
    }

    /** Returns the same context with other environment variables. */
    public CliContext with(EnvironmentVariables other) {
        return new CliContext(in, out, err, other, properties, terminals, time, pause, zone, host);
    }

    public static CliContext ofThisProcess() {
        return new CliContext(
                StandardInput.ofThisProcess(),
                new ProcessOutputStream(new FileOutputStream(FileDescriptor.out), StandardStream.OUT::classified),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new EnvironmentVariables(System.getenv()),
                System.getProperties(),
                StandardStream::isTerminal,
                MonotonicClock.startingNow(),
                Thread::sleep,
                ZoneId.systemDefault(),
                HostProcess.ofThisProcess());
    }
}
