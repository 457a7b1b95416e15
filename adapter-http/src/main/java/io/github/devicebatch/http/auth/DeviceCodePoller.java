package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.json.DeviceAuthorizationResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks again and again whether the user has signed in, as slowly as the platform wants it, until the code expires.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628, 3.5</a>
 */
final class DeviceCodePoller {

    private static final Duration SLOWER_BY = Duration.ofSeconds(5);

    private final InstantSource time;
    private final Pause pause;
    private final Instant expires;
    private Duration interval;
    private Optional<AccessTokenException> lastFailure = Optional.empty();

    DeviceCodePoller(DeviceAuthorizationResponse code, IdentityPlatform platform) {
        this.time = platform.time();
        this.pause = platform.pause();
        this.expires = time.instant().plus(code.lifetime());
        this.interval = code.interval();
    }

    Instant expires() {
        return expires;
    }

    /** Asks once. */
    @FunctionalInterface
    interface Step {
        byte[] post() throws InterruptedException;
    }

    /** Gives the answer that settles it. */
    byte[] until(Step step) throws InterruptedException {
        Duration wait = interval;
        while (time.instant().plus(wait).isBefore(expires)) {
            pause.pause(wait);
            try {
                return step.post();
            } catch (AccessTokenRefusedException refused) {
                wait = afterRefusal(refused);
            } catch (AccessTokenUnavailableException unavailable) {
                wait = afterFailure(unavailable);
            }
        }
        throw lastFailure.orElseGet(DeviceCodePoller::expired);
    }

    private static AccessTokenException expired() {
        return new AccessTokenRefusedException(
                Fault.of("expired_token", "nobody signed in with the code before it expired; begin again"));
    }

    private Duration afterRefusal(AccessTokenRefusedException refused) {
        lastFailure = Optional.empty();
        switch (refused.fault().code().orElse("")) {
            case "authorization_pending" -> {
                // the same again
            }
            case "slow_down" -> interval = interval.plus(SLOWER_BY);
            default -> throw refused;
        }
        return interval;
    }

    /** The user is busy signing in: what may pass must not end that. */
    private Duration afterFailure(AccessTokenUnavailableException unavailable) {
        if (unavailable.cause() == UnavailabilityCause.UNTRUSTED) {
            throw unavailable;
        }
        lastFailure = Optional.of(unavailable);
        interval = interval.plus(SLOWER_BY);
        return unavailable
                .retryAfter()
                .filter(told -> told.compareTo(interval) > 0)
                .orElse(interval);
    }
}
