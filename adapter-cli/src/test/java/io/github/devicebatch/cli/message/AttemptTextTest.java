package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTextTest {

    private static final String PREFIX = "attempt 2 of " + Batches.REFERENCE + ": ";

    @ParameterizedTest
    @CsvSource({
        "PARTNER_CENTER, 'no HTTP status, refused'",
        "IDENTITY_PLATFORM, no access token",
        "PROXY, 'no HTTP status, refused'",
        "CLIENT, no access token",
    })
    void aRefusalBeforeARequestWasSentNamesTheTokenIfItIsMissing(Party party, String text) {
        var refused = new Refused(RefusalReason.UNAUTHENTICATED, party, Fault.UNEXPLAINED, Trace.NOTHING_SENT);

        assertThat(attempt(refused, Optional.empty())).isEqualTo(PREFIX + text);
    }

    @Test
    void aFailureOfTheIdentityPlatformHasItsName() {
        var unavailable = new Unavailable(
                UnavailabilityCause.FAILING,
                Party.IDENTITY_PLATFORM,
                "HTTP 503.",
                Optional.empty(),
                Trace.NOTHING_SENT);

        assertThat(attempt(unavailable, Optional.of(Duration.ofMillis(2_500))))
                .isEqualTo(PREFIX + "the identity platform issued no access token: HTTP 503; next attempt in 2.5s");
    }

    private static String attempt(BatchStatusAnswer answer, Optional<Duration> untilNext) {
        return AttemptText.attempt(Batches.REFERENCE, 2, answer, untilNext);
    }
}
