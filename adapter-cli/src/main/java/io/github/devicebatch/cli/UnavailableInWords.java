package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.time.Instant;

/** Says why there was no answer, and until when there will be none. */
record UnavailableInWords(WallClock clock) {

    /** Says it in half a line. */
    String brief(Unavailable unavailable) {
        String until = until(unavailable);
        Counterpart counterpart = Counterpart.of(unavailable);
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
    String withStory(Unavailable unavailable) {
        return Story.after(brief(unavailable), unavailable);
    }

    /** Says all of it. */
    String whole(Unavailable unavailable) {
        return Story.after(brief(unavailable) + more(unavailable), unavailable);
    }

    /** Says of a question that has not been sent yet why it waits. */
    String throttledFor(Duration duration) {
        return "throttled by Partner Center" + until(ComeBack.after(duration, clock.time()));
    }

    private static String more(Unavailable unavailable) {
        if (unavailable.cause() != UnavailabilityCause.CIRCUIT_OPEN) {
            return ": " + Counterpart.of(unavailable).detail(unavailable);
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
}
