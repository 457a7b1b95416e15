package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.terminal.ClockFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Says why there was no answer, and until when there will be none. */
public record UnavailableText(ClockFormat clock) {

    /** Says it in half a line. */
    public String brief(Unavailable unavailable) {
        String until = until(unavailable);
        Party counterpart = Party.of(unavailable);
        String who = counterpart.words();
        return switch (unavailable.cause()) {
            case UNREACHABLE -> who + " could not be reached";
            case TIMED_OUT -> who + " was too slow";
            case THROTTLED -> "throttled by " + who + until;
            case FAILING -> who + " is failing" + (until.isEmpty() ? "" : " and asks to be left alone" + until);
            case CIRCUIT_OPEN ->
                who + " failed so often that it is left alone" + (until.isEmpty() ? " for a while" : until);
            case UNTRUSTED -> "the connection" + counterpart.toWhom() + " is not to be trusted";
            case DEADLINE -> "the time for the question is used up";
        };
    }

    /** Says it with how it came to that. */
    public String withStory(Unavailable unavailable) {
        return AttemptText.Story.after(brief(unavailable), unavailable);
    }

    /** Says all of it. */
    public String whole(Unavailable unavailable) {
        return AttemptText.Story.after(brief(unavailable) + more(unavailable), unavailable);
    }

    /** Says of a question that has not been sent yet why it waits. */
    public String throttledFor(Duration duration) {
        return "throttled by Partner Center" + until(ComeBack.after(duration, clock.time()));
    }

    private static String more(Unavailable unavailable) {
        if (unavailable.cause() != UnavailabilityCause.CIRCUIT_OPEN) {
            return ": " + Party.of(unavailable).detail(unavailable);
        }
        return unavailable.trace().attempts() == 0 ? "; nothing was sent" : "";
    }

    private String until(Unavailable unavailable) {
        return unavailable
                .retryAfter()
                .filter(Duration::isPositive)
                .map(wait -> until(ComeBack.after(wait, clock.time())))
                .orElse("");
    }

    private String until(Instant instant) {
        return " until " + clock.words(instant);
    }

    /** When the service may be asked again, to the second and never too early. */
    public static final class ComeBack {

        private static final int ALMOST_A_SECOND = 999_999_999;

        private ComeBack() {}

        public static Optional<Instant> at(Unavailable unavailable, InstantSource time) {
            return unavailable.retryAfter().map(wait -> after(wait, time));
        }

        static Instant after(Duration wait, InstantSource time) {
            return time.instant().plus(wait).plusNanos(ALMOST_A_SECOND).truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** Who did not answer: the service that was to be asked, or the one that gives the tokens to ask it with. */
    enum Party {
        PARTNER_CENTER("Partner Center", "--base-url"),
        IDENTITY_PLATFORM("the identity platform", "--authority");

        /** How the reason begins when it was the identity platform. */
        private static final String NO_TOKEN = "the identity platform gave no access token: ";

        private final String words;
        private final String option;

        Party(String words, String option) {
            this.words = words;
            this.option = option;
        }

        static Party of(Unavailable unavailable) {
            return unavailable.detail().startsWith(NO_TOKEN) ? IDENTITY_PLATFORM : PARTNER_CENTER;
        }

        String words() {
            return words;
        }

        /** Says to whom a connection goes, if that is not what everybody expects. */
        String toWhom() {
            return switch (this) {
                case PARTNER_CENTER -> "";
                case IDENTITY_PLATFORM -> " to " + words;
            };
        }

        /** Names the option that says where it is. */
        String option() {
            return option;
        }

        /** Gives the reason, without saying once more who it was. */
        String detail(Unavailable unavailable) {
            return switch (this) {
                case PARTNER_CENTER -> unavailable.detail();
                case IDENTITY_PLATFORM -> unavailable.detail().substring(NO_TOKEN.length());
            };
        }
    }
}
