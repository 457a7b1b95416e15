package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.cli.terminal.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** Text about a request that failed: which party, why, and until when requests are to wait. */
public record UnavailableText(ClockFormat clock) {

    private static final String DEADLINE = "the time limit of the request has expired";
    private static final int NANOS_BELOW_A_SECOND = 999_999_999;

    /** Returns the cause as a clause. */
    public String brief(Unavailable unavailable) {
        return switch (unavailable.party()) {
            case PARTNER_CENTER, IDENTITY_PLATFORM, PROXY -> failure(unavailable);
            case CLIENT -> unavailable.cause() == UnavailabilityCause.DEADLINE ? DEADLINE : "no request was sent";
        };
    }

    private String failure(Unavailable unavailable) {
        String until = until(unavailable);
        String party = name(unavailable.party());
        return switch (unavailable.cause()) {
            case UNREACHABLE -> party + " could not be reached";
            case TIMED_OUT -> party + " did not respond in time";
            case THROTTLED -> "throttled by " + party + until;
            case FAILING -> party + " is failing" + (until.isEmpty() ? "" : " and requests a pause" + until);
            case CIRCUIT_OPEN ->
                party + " failed repeatedly; no requests are sent" + (until.isEmpty() ? " for a while" : until);
            case UNTRUSTED -> "the connection" + to(unavailable.party()) + " is not trusted";
            case DEADLINE -> DEADLINE;
        };
    }

    /** Returns the cause as a clause for the progress: with the HTTP status, or with the detail if no request was sent. */
    public String outage(Unavailable unavailable) {
        if (unavailable.party() == Party.CLIENT && unavailable.cause() != UnavailabilityCause.DEADLINE) {
            return unavailable.detail();
        }
        OptionalInt status = unavailable.trace().httpStatus();
        String party = name(unavailable.party());
        String withStatus = party + (status.isPresent() ? " (HTTP " + status.getAsInt() + ")" : "");
        return brief(unavailable).replace(party, withStatus);
    }

    /** Returns the cause and the results of the attempts. */
    public String withAttempts(Unavailable unavailable) {
        return AttemptText.withAttempts(brief(unavailable), unavailable);
    }

    /** Returns the cause, the detail and the results of the attempts. */
    public String full(Unavailable unavailable) {
        return AttemptText.withAttempts(brief(unavailable) + suffix(unavailable), unavailable);
    }

    /** Returns why a request is delayed that has not been sent. */
    public String throttledFor(Duration duration) {
        return "throttled by Partner Center"
                + until(roundedUp(clock.time().instant().plus(duration)));
    }

    /** Returns why a request waits while the circuit breaker is open. */
    public String circuitOpenFor(Duration duration) {
        return "Partner Center failed repeatedly; no requests are sent"
                + until(roundedUp(clock.time().instant().plus(duration)));
    }

    /** Returns the detail, with the name of the party unless that is Partner Center. */
    public static String detail(Unavailable unavailable) {
        return switch (unavailable.party()) {
            case IDENTITY_PLATFORM -> "the identity platform issued no access token: " + unavailable.detail();
            case PARTNER_CENTER, PROXY, CLIENT -> unavailable.detail();
        };
    }

    /** Returns the time to show from which on a request is allowed, rounded up to the second; empty if the answer does not say. */
    public static Optional<Instant> retryAt(Unavailable unavailable, InstantSource time) {
        return unavailable
                .retryAfter()
                .map(wait -> roundedUp(WallClock.show(time, time.instant().plus(wait))));
    }

    private static Instant roundedUp(Instant instant) {
        return instant.plusNanos(NANOS_BELOW_A_SECOND).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String suffix(Unavailable unavailable) {
        if (unavailable.cause() != UnavailabilityCause.CIRCUIT_OPEN) {
            return ": " + unavailable.detail();
        }
        return unavailable.trace().attempts() == 0 ? "; nothing was sent" : "";
    }

    private String until(Unavailable unavailable) {
        return unavailable
                .retryAfter()
                .filter(Duration::isPositive)
                .map(wait -> until(roundedUp(clock.time().instant().plus(wait))))
                .orElse("");
    }

    private String until(Instant instant) {
        return " until " + clock.format(instant);
    }

    private static String name(Party party) {
        return switch (party) {
            case PARTNER_CENTER -> "Partner Center";
            case IDENTITY_PLATFORM -> "the identity platform";
            case PROXY -> "the proxy";
            case CLIENT -> "devicebatch";
        };
    }

    /** Returns the destination of a connection, unless that is Partner Center. */
    private static String to(Party party) {
        return switch (party) {
            case PARTNER_CENTER, CLIENT -> "";
            case IDENTITY_PLATFORM, PROXY -> " to " + name(party);
        };
    }
}
