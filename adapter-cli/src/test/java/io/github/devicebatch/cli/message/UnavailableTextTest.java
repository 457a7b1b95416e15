package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.support.ReportOutput;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnavailableTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNREACHABLE  | PARTNER_CENTER    | Partner Center could not be reached
            UNREACHABLE  | IDENTITY_PLATFORM | the identity platform could not be reached
            UNREACHABLE  | PROXY             | the proxy could not be reached
            TIMED_OUT    | PARTNER_CENTER    | Partner Center did not respond in time
            TIMED_OUT    | CLIENT            | no request was sent
            THROTTLED    | IDENTITY_PLATFORM | throttled by the identity platform
            FAILING      | PARTNER_CENTER    | Partner Center is failing
            CIRCUIT_OPEN | PARTNER_CENTER    | Partner Center failed repeatedly; no requests are sent for a while
            UNTRUSTED    | PARTNER_CENTER    | the connection is not trusted
            UNTRUSTED    | IDENTITY_PLATFORM | the connection to the identity platform is not trusted
            UNTRUSTED    | PROXY             | the connection to the proxy is not trusted
            DEADLINE     | PARTNER_CENTER    | the time limit of the request has expired
            DEADLINE     | CLIENT            | the time limit of the request has expired
            """)
    void namesThePartyAndTheCause(UnavailabilityCause cause, Party party, String text) {
        assertThat(ReportOutput.WORDS.brief(unavailable(cause, party, Optional.empty())))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            THROTTLED    | PARTNER_CENTER    | throttled by Partner Center until 10:00:57
            THROTTLED    | IDENTITY_PLATFORM | throttled by the identity platform until 10:00:57
            FAILING      | PARTNER_CENTER    | Partner Center is failing and requests a pause until 10:00:57
            CIRCUIT_OPEN | PARTNER_CENTER    | Partner Center failed repeatedly; no requests are sent until 10:00:57
            """)
    void hasTheTimeOfTheNextRequestRoundedUp(UnavailabilityCause cause, Party party, String text) {
        assertThat(ReportOutput.WORDS.brief(unavailable(cause, party, Optional.of(Duration.ofMillis(56_001)))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PARTNER_CENTER    | HTTP 503
            IDENTITY_PLATFORM | the identity platform issued no access token: HTTP 503
            PROXY             | HTTP 503
            CLIENT            | HTTP 503
            """)
    void theDetailNamesTheIdentityPlatform(Party party, String text) {
        assertThat(UnavailableText.detail(unavailable(UnavailabilityCause.FAILING, party, Optional.empty())))
                .isEqualTo(text);
    }

    @Test
    void theFullTextNamesThePartyOnce() {
        assertThat(ReportOutput.WORDS.full(
                        unavailable(UnavailabilityCause.FAILING, Party.IDENTITY_PLATFORM, Optional.empty())))
                .isEqualTo("the identity platform is failing: HTTP 503");
    }

    private static Unavailable unavailable(UnavailabilityCause cause, Party party, Optional<Duration> retryAfter) {
        return new Unavailable(cause, party, "HTTP 503", retryAfter, Trace.NOTHING_SENT);
    }
}
