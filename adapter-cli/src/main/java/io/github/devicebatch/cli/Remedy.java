package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
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

    static String of(Refused refused) {
        return KnownFault.find(refused.trace().httpStatus(), refused.fault())
                .map(KnownFault::remedy)
                .orElse(
                        switch (refused.reason()) {
                            case UNAUTHENTICATED -> KnownFault.TOKEN_REFUSED.remedy();
                            case FORBIDDEN -> KnownFault.ROLE_LACKS_RIGHT.remedy() + ", and check the customer id";
                            case REJECTED -> "check the two ids, --base-url and --locale";
                        });
    }

    static String of(Unavailable unavailable) {
        return switch (unavailable.cause()) {
            case UNREACHABLE -> "check the network, a proxy, and --base-url; then ask again";
            case TIMED_OUT -> "ask again, or give one attempt more time with --request-timeout";
            case THROTTLED -> "ask again " + when(unavailable, "in a minute") + ", and slower, such as with --rate 1/s";
            case FAILING ->
                "ask again " + when(unavailable, "in a few minutes")
                        + "; if it lasts, give vendor support the request id";
            case CIRCUIT_OPEN ->
                "ask again " + when(unavailable, "in a minute") + "; the errors before this one say why it failed";
            case UNTRUSTED ->
                "check --base-url and this machine's clock; if a proxy inspects TLS, Java's trust store needs its certificate";
            case DEADLINE -> "ask again in a few minutes";
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
