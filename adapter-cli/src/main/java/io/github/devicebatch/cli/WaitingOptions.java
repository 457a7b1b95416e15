package io.github.devicebatch.cli;

import io.github.devicebatch.application.PollingSchedule;
import io.github.devicebatch.application.WatchSettings;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how patiently to wait. */
final class WaitingOptions {

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "The pause after the first question about a batch; each later one is half as long again,"
                    + " give or take a tenth. Default: 5s.")
    private Duration interval;

    @Option(
            names = "--max-interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "The longest pause. Default: 60s.")
    private Duration maxInterval;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = PatienceConverter.class,
            description = "How long to wait in all, or none for no end. Default: 1h.")
    private Patience timeout = new Patience(WatchSettings.DEFAULT.timeout());

    @Option(
            names = "--not-found-grace",
            paramLabel = "TIME",
            converter = GraceConverter.class,
            description = "How long a batch may be unknown, right after its upload. Default: none.")
    private Duration notFoundGrace = Duration.ZERO;

    @Option(names = "--fail-fast", description = "End as soon as one batch has not got all its devices in.")
    private boolean failFast;

    boolean failFast() {
        return failFast;
    }

    Patience timeout() {
        return timeout;
    }

    /**
     * Gives the settings of the watch. The default of one interval gives way to the other one, where that was given.
     *
     * @throws Misuse if the options contradict each other
     */
    WatchSettings settings(int concurrency) {
        return new WatchSettings(schedule(), timeout.time(), notFoundGrace, concurrency);
    }

    private PollingSchedule schedule() {
        Duration first = Optional.ofNullable(interval).orElse(PollingSchedule.DEFAULT.interval());
        Duration longest = Optional.ofNullable(maxInterval).orElse(PollingSchedule.DEFAULT.maxInterval());
        boolean crossed = first.compareTo(longest) > 0;
        if (crossed && interval != null && maxInterval != null) {
            throw new Misuse(Problem.of(
                    "--interval " + Durations.words(first) + " is longer than --max-interval "
                            + Durations.words(longest),
                    "give a longer --max-interval, or leave it out"));
        }
        try {
            return PollingSchedule.between(
                    crossed && interval == null ? longest : first, crossed && maxInterval == null ? first : longest);
        } catch (IllegalArgumentException tooLong) {
            throw new Misuse(Problem.of("no pause between two questions is longer than a day", "give one up to 24h"));
        }
    }
}
