package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.UnavailabilityCause;
import java.util.Optional;

/** Meaning of an HTTP status for a query, whatever the body is. */
public enum HttpStatusCategory {
    ANSWER,
    NOT_FOUND,
    UNAUTHENTICATED,
    FORBIDDEN,
    REJECTED,
    THROTTLED,
    FAILING,
    REDIRECT,
    UNEXPECTED;

    /** Returns the category of {@code status}, which may be any number. */
    public static HttpStatusCategory of(int status) {
        return switch (status) {
            case 200 -> ANSWER;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 429 -> THROTTLED;
            case 408, 425, 500, 502, 503, 504 -> FAILING;
            case 501, 505, 506 -> UNEXPECTED;
            default -> ofRange(status);
        };
    }

    private static HttpStatusCategory ofRange(int status) {
        return switch (status / 100) {
            case 3 -> REDIRECT;
            case 4 -> REJECTED;
            case 5 -> FAILING;
            default -> UNEXPECTED;
        };
    }

    /** Returns the cause if a later request may succeed. */
    public Optional<UnavailabilityCause> transientCause() {
        return switch (this) {
            case THROTTLED -> Optional.of(UnavailabilityCause.THROTTLED);
            case FAILING -> Optional.of(UnavailabilityCause.FAILING);
            case ANSWER, NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, REJECTED, REDIRECT, UNEXPECTED -> Optional.empty();
        };
    }
}
