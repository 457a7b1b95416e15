package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.json.DeviceAuthorizationResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Poller of the token endpoint until the user has signed in or the device code expires. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628, 3.5</a>
 */
final class DeviceCodePoller {

    private static final Duration SLOW_DOWN = Duration.ofSeconds(5);

    private final InstantSource time;
    private final Pause pause;
    private final Instant expiry;
    private Duration interval;
    private Optional<TokenException> lastFailure = Optional.empty();

    DeviceCodePoller(DeviceAuthorizationResponse response, TokenEndpoint endpoint) {
        this.time = endpoint.time();
        this.pause = endpoint.pause();
        this.expiry = time.instant().plus(response.lifetime());
        this.interval = response.interval();
    }

    Instant expiry() {
        return expiry;
    }

    /** Request to the token endpoint. */
    @FunctionalInterface
    interface Request {

        /**
         * Sends the request.
         *
         * @return the body of a successful response
         * @throws TokenException if there is none
         */
        byte[] send() throws InterruptedException;
    }

    /**
     * Sends {@code request} until it succeeds.
     *
     * @throws TokenException if the user declines, the code expires or the server is not trusted
     */
    byte[] poll(Request request) throws InterruptedException {
        Duration wait = interval;
        while (time.instant().plus(wait).isBefore(expiry)) {
            pause.pause(wait);
            try {
                return request.send();
            } catch (TokenException failed) {
                wait = switch (failed.failure()) {
                    case TokenException.Failure.Refused refused -> afterRefusal(refused, failed);
                    case TokenException.Failure.Unavailable unavailable -> afterFailure(unavailable, failed);
                };
            }
        }
        throw lastFailure.orElseGet(DeviceCodePoller::expired);
    }

    private static TokenException expired() {
        return TokenException.refused(
                Party.IDENTITY_PLATFORM,
                Fault.of("expired_token", "the user did not sign in before the code expired; sign in again"));
    }

    private Duration afterRefusal(TokenException.Failure.Refused refused, TokenException exception) {
        lastFailure = Optional.empty();
        switch (refused.fault().code().orElse("")) {
            case "authorization_pending" -> {
                // ignored: polling goes on
            }
            case "slow_down" -> interval = interval.plus(SLOW_DOWN);
            default -> throw exception;
        }
        return interval;
    }

    /** Polling goes on after a failure that may pass, because the user is signing in meanwhile. */
    private Duration afterFailure(TokenException.Failure.Unavailable unavailable, TokenException exception) {
        if (unavailable.cause() == UnavailabilityCause.UNTRUSTED) {
            throw exception;
        }
        lastFailure = Optional.of(exception);
        interval = interval.plus(SLOW_DOWN);
        return unavailable
                .retryAfter()
                .filter(delay -> delay.compareTo(interval) > 0)
                .orElse(interval);
    }
}
