package io.github.devicebatch.cli.support;

import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Traces of requests with several attempts. */
public final class AttemptTraces {

    public static final Trace FAILING_IN_EVERY_WAY = after(UnavailabilityCause.values());

    private AttemptTraces() {}

    /** Returns a trace whose last attempt received HTTP 404, 8.14 seconds after the first attempt began. */
    public static Trace after(UnavailabilityCause... causes) {
        return new Trace(
                causes.length + 1,
                Duration.ofMillis(8_140),
                OptionalInt.of(404),
                Optional.empty(),
                Optional.empty(),
                ServerIds.NONE,
                List.of(causes));
    }
}
