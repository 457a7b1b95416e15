package io.github.devicebatch.cli.terminal;

import io.github.devicebatch.application.Pause;
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
 * What a run of the command finds around it: handed in, so that a test may hand in something else.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error, in UTF-8 whatever the locale
 * @param environment the environment variables
 * @param properties the properties of the Java virtual machine
 * @param terminals tells which streams are a terminal
 * @param time the clock
 * @param pause how to let time pass
 * @param zone the time zone of whoever sits here
 * @param host what the process offers
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

    private static final int USUAL_COLUMNS = 80;

    public ColorPolicy colors() {
        return new ColorPolicy(environment, terminals);
    }

    /** Tells whether standard error can be drawn upon: a terminal that understands, and nobody's log. */
    public boolean drawsInPlace() {
        return terminals.test(StandardStream.ERR)
                && environment.get("CI").isEmpty()
                && !environment.get("TERM").equals(Optional.of("dumb"));
    }

    /** Tells how wide the terminal is, as far as it says so. */
    public int columns() {
        return environment
                .get("COLUMNS")
                .filter(columns -> columns.matches("[1-9]\\d{1,3}"))
                .map(Integer::valueOf)
                .orElse(USUAL_COLUMNS);
    }

    public ClockFormat clock() {
        return new ClockFormat(time, zone);
    }

    /** What a person types to run this command: the launcher script knows. */
    public String command() {
        return properties.getProperty("devicebatch.command", "devicebatch");
    }

    /** Gives the same with other streams for output. */
    public CliContext with(OutputStream otherOut, PrintStream otherErr) {
        return new CliContext(in, otherOut, otherErr, environment, properties, terminals, time, pause, zone, host);
    }

    public static CliContext ofThisProcess() {
        return new CliContext(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new EnvironmentVariables(System.getenv()),
                System.getProperties(),
                StandardStream::isTerminal,
                InstantSource.system(),
                Thread::sleep,
                ZoneId.systemDefault(),
                HostProcess.ofThisProcess());
    }
}
