package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.KnownFault;
import java.time.Duration;

/** What to try when a question got no answer about its batch: what the vendor documents, else what usually helps. */
final class Remedy {

    private Remedy() {}

    static String of(NotFound notFound) {
        return KnownFault.find(notFound.trace().httpStatus(), notFound.fault())
                .map(KnownFault::remedy)
                .orElseGet(KnownFault.TRACKING_ID_UNKNOWN::remedy);
    }

    static String of(Unavailable unavailable) {
        Counterpart counterpart = Counterpart.of(unavailable);
        return switch (unavailable.cause()) {
            case UNREACHABLE -> "check the network, a proxy, and " + counterpart.option() + "; then ask again";
            case TIMED_OUT -> "ask again, or give one attempt more time with --request-timeout";
            case THROTTLED -> "ask again " + when(unavailable, "in a minute") + slower(counterpart);
            case FAILING ->
                "ask again " + when(unavailable, "in a few minutes")
                        + "; if it lasts, "
                        + switch (counterpart) {
                            case PARTNER_CENTER -> "give vendor support the request id";
                            case IDENTITY_PLATFORM -> "check --authority and --cloud, and a proxy";
                        };
            case CIRCUIT_OPEN ->
                "ask again " + when(unavailable, "in a minute") + "; the errors before this one say why it failed";
            case UNTRUSTED ->
                "check " + counterpart.option()
                        + " and this machine's clock; if a proxy inspects TLS, Java's trust store needs its certificate";
            case DEADLINE -> "ask again in a few minutes";
        };
    }

    private static String slower(Counterpart counterpart) {
        return switch (counterpart) {
            case PARTNER_CENTER -> ", and slower, such as with --rate 1/s";
            case IDENTITY_PLATFORM -> "";
        };
    }

    private static String when(Unavailable unavailable, String otherwise) {
        return unavailable.retryAfter().filter(Duration::isPositive).isPresent() ? "after that" : otherwise;
    }

    static String of(Unreadable unreadable) {
        return unreadable.trace().httpStatus().isPresent()
                ? "check --base-url; if it is right, give vendor support the request id"
                : "check --base-url";
    }
}
