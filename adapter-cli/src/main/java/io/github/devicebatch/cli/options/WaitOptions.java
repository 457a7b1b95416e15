package io.github.devicebatch.cli.options;

import io.github.devicebatch.application.watch.PollingSchedule;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how patiently to wait. */
public final class WaitOptions {

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
            converter = DurationConverter.OrNone.class,
            description = "How long to wait in all, or none for no end. Default: 1h.")
    private DurationConverter.Timeout timeout = new DurationConverter.Timeout(WatchSettings.DEFAULT.timeout());

    @Option(
            names = "--not-found-grace",
            paramLabel = "TIME",
            converter = DurationConverter.OrZero.class,
            description = "How long a batch may be unknown, right after its upload. Default: none.")
    private Duration notFoundGrace = Duration.ZERO;

    @Option(names = "--fail-fast", description = "End as soon as one batch has not got all its devices in.")
    private boolean failFast;

    public boolean failFast() {
        return failFast;
    }

    DurationConverter.Timeout timeout() {
        return timeout;
    }

    /**
     * Gives the settings of the watch. The default of one interval gives way to the other one, where that was given.
     *
     * @throws UsageException if the options contradict each other
     */
    public WatchSettings settings(int concurrency) {
        return new WatchSettings(schedule(), timeout.time(), notFoundGrace, concurrency);
    }

    private PollingSchedule schedule() {
        Duration first = Optional.ofNullable(interval).orElse(PollingSchedule.DEFAULT.interval());
        Duration longest = Optional.ofNullable(maxInterval).orElse(PollingSchedule.DEFAULT.maxInterval());
        boolean crossed = first.compareTo(longest) > 0;
        if (crossed && interval != null && maxInterval != null) {
            throw new UsageException(Problem.of(
                    "--interval " + DurationText.format(first) + " is longer than --max-interval "
                            + DurationText.format(longest),
                    "give a longer --max-interval, or leave it out"));
        }
        try {
            return PollingSchedule.between(
                    crossed && interval == null ? longest : first, crossed && maxInterval == null ? first : longest);
        } catch (IllegalArgumentException tooLong) {
            throw new UsageException(
                    Problem.of("no pause between two questions is longer than a day", "give one up to 24h"));
        }
    }
}
