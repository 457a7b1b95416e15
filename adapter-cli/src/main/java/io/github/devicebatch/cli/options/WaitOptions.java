package io.github.devicebatch.cli.options;

import io.github.devicebatch.application.watch.PollingSchedule;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options about polling: intervals, timeout, grace period. */
public final class WaitOptions {

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Pause after the first request for a batch; each later pause is 1.5 times as long, ±10 %%. Default: 5s.")
    private Duration interval;

    @Option(
            names = "--max-interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Maximum pause between two requests for a batch. Default: 60s.")
    private Duration maxInterval;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.OrNone.class,
            description = "Maximum total time, or none. Default: 1h.")
    private DurationConverter.Timeout timeout = new DurationConverter.Timeout(WatchSettings.DEFAULT.timeout());

    @Option(
            names = "--not-found-grace",
            paramLabel = "TIME",
            converter = DurationConverter.OrZero.class,
            description = "How long \"not found\" is retried, for a batch just uploaded. Default: none.")
    private Duration notFoundGrace = Duration.ZERO;

    @Option(names = "--fail-fast", description = "Stop as soon as one batch fails or has a failed device.")
    private boolean failFast;

    public boolean failFast() {
        return failFast;
    }

    /**
     * Returns the settings of the watch. If only one of the two intervals is given, the default of the other is adapted to
     * it.
     *
     * @throws UsageException if the options contradict each other
     */
    public WatchSettings settings(int concurrency) {
        return new WatchSettings(schedule(), timeout.time(), notFoundGrace, concurrency);
    }

    private PollingSchedule schedule() {
        Duration initial = Optional.ofNullable(interval).orElse(PollingSchedule.DEFAULT.interval());
        Duration max = Optional.ofNullable(maxInterval).orElse(PollingSchedule.DEFAULT.maxInterval());
        boolean crossed = initial.compareTo(max) > 0;
        if (crossed && interval != null && maxInterval != null) {
            throw new UsageException(Problem.of(
                    "--interval " + DurationText.format(initial) + " is longer than --max-interval "
                            + DurationText.format(max),
                    "give a longer --max-interval, or omit it"));
        }
        try {
            return PollingSchedule.between(
                    crossed && interval == null ? max : initial, crossed && maxInterval == null ? initial : max);
        } catch (IllegalArgumentException tooLong) {
            throw new UsageException(Problem.of("a polling interval is at most one day", "give at most 24h"));
        }
    }
}
